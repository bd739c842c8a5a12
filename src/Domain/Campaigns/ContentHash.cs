using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Domain.Campaigns;

/// <summary>What an approval binds: platform, caption, hashtags, alt text and the picture's checksum. Any edit of these changes it.</summary>
public static class ContentHash
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(Platform platform, PostText text, string? mediaSha256)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Length before each part: no two contents run together to the same bytes.
        var canonical = new StringBuilder();
        string[] parts = [platform.ToString(), text.Caption, .. text.Hashtags, text.AltText ?? "", mediaSha256 ?? ""];
        foreach (var part in parts)
            canonical.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }
}
