using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Microsoft.IdentityModel.Tokens;

namespace Campaigns.Api.Auth;

/// <summary>What a session token whose signature and issuer are good has to say beyond them.</summary>
internal static partial class SessionClaims
{
    private const double Latest = 250_000_000_000; // seconds: about as late as a calendar goes

    /// <exception cref="SecurityTokenException">A claim is missing, malformed or refused.</exception>
    public static Caller Read(JsonElement claims, ClerkOptions options, DateTimeOffset now)
    {
        var until = CheckTimes(claims, now);
        if (Text(claims, "azp") is not { } party || !options.AuthorizedParties.Contains(party))
            throw new SecurityTokenException("The token was made for another front end.");
        if (Text(claims, "sts") is not (null or "active"))
            throw new SecurityTokenException("The session is not active yet.");
        if (Text(claims, "sub") is not { } subject || !Person.IsMatch(subject))
            throw new SecurityTokenException("The token's subject is no person.");
        if (claims.TryGetProperty("act", out var impersonator) && impersonator.ValueKind is not JsonValueKind.Null)
            throw new SecurityTokenException("The token is used in another person's name.");

        var organization = OrganizationClaims.Read(claims);
        if (organization is not null && !organization.Id.StartsWith("org_", StringComparison.Ordinal))
            throw new SecurityTokenException("The token's organisation is none."); // a person's own workspace is never one
        if (!TenantId.TryParse(organization?.Id ?? subject, out var tenant))
            throw new SecurityTokenException("The token names no tenant.");

        var user = ActorId.Parse(subject);
        var caller = organization is null ? new Caller(tenant, user, Roles.Personal, Roles.All) : OfRole(tenant, user, organization);
        return caller with { IsSuperAdmin = options.SuperAdmins.Contains(subject), Until = until };
    }

    /// <summary>The claim's text; null when it is missing or null.</summary>
    /// <exception cref="SecurityTokenException">It is something else than text.</exception>
    public static string? Text(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : throw new SecurityTokenException($"The claim {name} is not text.");
    }

    // What the role brings, and what the token names beyond it: that is how a custom role gets anything.
    private static Caller OfRole(TenantId tenant, ActorId user, OrganizationClaims organization)
    {
        var claimed = PermissionIds.Known(organization.Permissions).ToHashSet();
        HashSet<Permission> permissions = [.. Roles.PermissionsOf(organization.Role), .. claimed];
        return new(tenant, user, organization.Role, permissions) { Claimed = claimed };
    }

    // Gives the instant until which it will be good.
    private static DateTimeOffset CheckTimes(JsonElement claims, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeMilliseconds() / 1000d;
        var skew = ClerkOptions.ClockSkew.TotalSeconds;
        if (Seconds(claims, "exp") is not { } end || seconds - skew >= end)
            throw new SecurityTokenException("The token has expired, or never does.");
        if (Seconds(claims, "nbf") > seconds + skew || Seconds(claims, "iat") > seconds + skew)
            throw new SecurityTokenException("The token is from the future.");
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Min(end + skew, Latest) * 1000));
    }

    private static double? Seconds(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds)
            ? seconds
            : throw new SecurityTokenException($"The claim {name} is not a time.");
    }

    // The log names actors by it, beside our own machinery, which is 'system:…'.
    [GeneratedRegex(@"\Auser_[A-Za-z0-9_]{1,60}\z")]
    private static partial Regex Person { get; }
}
