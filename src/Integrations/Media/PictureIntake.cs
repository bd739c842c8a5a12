using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>Looks at a picture before it is kept, wherever that is.</summary>
internal static class PictureIntake
{
    /// <summary>What it is; rejected when it is none that we take.</summary>
    public static Reply<PictureFacts> Look(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MediaOptions.LargestFile)
            return Rejected("too_large", "The file is larger than 20 MB.");
        using var data = SKData.CreateCopy(bytes.Span);
        if (PictureFacts.Of(data) is not { } facts)
            return Rejected("not_a_picture", "The file is no JPEG, PNG or WebP picture, and no MP4 or MOV video.");
        return (long)facts.Width * facts.Height > MediaOptions.LargestPicture
            ? Rejected("too_many_pixels", "The picture has more than 50 million pixels.")
            : new Reply<PictureFacts>.Done(facts);
    }

    public static MediaAsset Asset(MediaKey key, Uri url, PictureFacts facts, ReadOnlySpan<byte> bytes) =>
        new(key.Value, url, facts.ContentType, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, facts.Width, facts.Height);

    private static Reply<PictureFacts>.Rejected Rejected(string code, string message) =>
        new(new(ProblemClass.ContentRejected, code, message));
}
