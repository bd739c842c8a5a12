using System.Globalization;
using System.Text;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Reviews;

/// <summary>What the link of an invitation names. What a token merely claims is worth nothing until its signature was checked.</summary>
/// <param name="Tenant">Whose campaign it is.</param>
/// <param name="Campaign">Which campaign.</param>
/// <param name="Invite">Which invitation; the contents that it names stand in the log.</param>
/// <param name="ExpiresAt">Until then, UTC, in whole seconds.</param>
public sealed record ReviewLink(TenantId Tenant, CampaignId Campaign, InviteId Invite, DateTimeOffset ExpiresAt)
{
    /// <summary>How every token begins: nothing else that comes as a bearer token does.</summary>
    public const string Prefix = "rvw1.";

    private const int LongestToken = 400;

    /// <summary>What is signed.</summary>
    public string Claims =>
        Prefix
        + Base64Url(
            Encoding.UTF8.GetBytes(
                $"{Tenant}\n{Campaign}\n{Invite}\n{ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"
            )
        );

    /// <summary>The token that opens it.</summary>
    /// <param name="signature">Over <see cref="Claims"/>.</param>
    public string TokenWith(ReadOnlySpan<byte> signature) => $"{Claims}.{Base64Url(signature)}";

    /// <summary>What a token claims, and the signature that it brings; null when it is none.</summary>
    public static (ReviewLink Link, byte[] Signature)? Claimed(string? token)
    {
        if (token is not { Length: <= LongestToken } || token.Split('.') is not [_, var claims, var signature])
            return null;
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || Bytes(claims) is not { } named || Bytes(signature) is not { } signed)
            return null;
        return
            Encoding.UTF8.GetString(named).Split('\n') is [var tenant, var campaign, var invite, var until]
            && TenantId.TryParse(tenant, out var whose)
            && Guid.TryParseExact(campaign, "D", out var which)
            && Guid.TryParseExact(invite, "D", out var id)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? (new(whose, new(which), new(id), DateTimeOffset.FromUnixTimeSeconds(seconds)), signed)
            : null;
    }

    private static string Base64Url(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[]? Bytes(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
