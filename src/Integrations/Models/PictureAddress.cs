using System.Net;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Models;

/// <summary>A picture as an address, for providers that take nothing else: where it can be fetched, or the picture itself as a data URI.</summary>
internal static class PictureAddress
{
    public static string Of(ReferencePicture picture) =>
        IsPublic(picture.Url)
            ? picture.Url!.AbsoluteUri
            : $"data:{picture.ContentType};base64,{Convert.ToBase64String(picture.Bytes.Span)}";

    /// <summary>Whether others can be expected to reach it.</summary>
    public static bool IsPublic(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https", IsLoopback: false }
        && (!IPAddress.TryParse(address.IdnHost, out var ip) || PublicAddress.Is(ip))
        && address.IdnHost.Contains('.', StringComparison.Ordinal);
}
