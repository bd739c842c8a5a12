using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Campaigns;

/// <summary>What an approval binds: platform, kind, caption, hashtags, alt text and the checksums of all media, in order. Any edit of these changes it.</summary>
public static class ContentHash
{
    /// <summary>Of a photo with one picture or none: SHA-256, lower-case hex.</summary>
    public static string Of(Platform platform, PostText text, string? mediaSha256)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Over([platform.ToString(), text.Caption, .. text.Hashtags, text.AltText ?? "", mediaSha256 ?? ""]);
    }

    /// <summary>Of any post: SHA-256, lower-case hex. For a photo with one picture or none it is what it was before there were other kinds.</summary>
    public static string Of(Platform platform, PostKind kind, PostText text, IReadOnlyList<MediaAsset> media)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(media);
        if (kind is PostKind.Photo && media.Count < 2)
            return Of(platform, text, media.Count == 0 ? null : media[0].Sha256);
        // The kind comes first, where a photo has its platform; with the number of media, that of the hashtags is told as well.
        return Over([
            kind.ToString(),
            media.Count.ToString(CultureInfo.InvariantCulture),
            platform.ToString(),
            text.Caption,
            .. text.Hashtags,
            text.AltText ?? "",
            .. media.Select(file => file.Sha256),
        ]);
    }

    private static string Over(IEnumerable<string> parts)
    {
        // Length before each part: no two contents run together to the same bytes.
        var canonical = new StringBuilder();
        foreach (var part in parts)
            canonical.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }
}
