using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Integrations.Webhooks;

/// <summary>Signs by the Standard Webhooks scheme: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";

    /// <summary>The header's value: a signature with each secret, with blanks between.</summary>
    public static string Of(string id, DateTimeOffset at, string body, IReadOnlyList<string> secrets)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}.{body}");
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed))}"));
    }

    /// <summary>Seconds since 1970.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Key(string secret) =>
        secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            ? Convert.FromBase64String(secret[SecretPrefix.Length..])
            : throw new FormatException("A webhook's secret begins with whsec_.");
}
