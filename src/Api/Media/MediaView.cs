using Campaigns.Domain.Media;
using GraphQL;

namespace Campaigns.Api.Media;

/// <summary>A stored picture.</summary>
/// <param name="Key">What inputs name it by, as `mediaKey` or `logoKey`.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="ContentType">Such as `image/jpeg`.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Bytes">Its size; no file is larger than 2 GB.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
[Name("Media")]
public sealed record MediaView(string Key, string Url, string ContentType, string Sha256, int Bytes, int Width, int Height)
{
    internal static MediaView? Of(MediaAsset? asset) =>
        asset is null
            ? null
            : new(asset.Key, asset.Url.AbsoluteUri, asset.ContentType, asset.Sha256, (int)asset.Bytes, asset.Width, asset.Height);
}
