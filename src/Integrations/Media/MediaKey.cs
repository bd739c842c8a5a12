using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Media;

/// <summary>
/// The name of a stored file: <c>tenant/uuid-random.ext</c>. Whoever knows it may read, so it cannot be guessed; and its shape leaves no
/// room for a path that leads elsewhere.
/// </summary>
internal sealed partial record MediaKey
{
    private MediaKey(string value, TenantId tenant, string extension) => (Value, Tenant, Extension) = (value, tenant, extension);

    public string Value { get; }

    public TenantId Tenant { get; }

    public string Extension { get; }

    public bool IsVideo => Extension is "mp4" or "mov";

    public bool IsSound => Extension is SoundIntake.Extension;

    public string ContentType =>
        Extension switch
        {
            "jpg" => "image/jpeg",
            "mp4" => "video/mp4",
            "mov" => "video/quicktime",
            SoundIntake.Extension => "audio/wav",
            _ => $"image/{Extension}",
        };

    public static MediaKey New(TenantId tenant, string extension, DateTimeOffset now) =>
        Parse($"{tenant}/{Guid.CreateVersion7(now)}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}.{extension}")!;

    /// <summary>Null when the text is no such key.</summary>
    public static MediaKey? Parse(string? text) =>
        text is not null && Shape.Match(text) is { Success: true } match && TenantId.TryParse(match.Groups["tenant"].Value, out var tenant)
            ? new(text, tenant, match.Groups["extension"].Value)
            : null;

    [GeneratedRegex(
        @"\A(?<tenant>[A-Za-z0-9_]+)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{32}\.(?<extension>jpg|png|webp|mp4|mov|wav)\z"
    )]
    private static partial Regex Shape { get; }
}
