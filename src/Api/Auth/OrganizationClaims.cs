using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Campaigns.Api.Auth;

/// <summary>The active organisation of a session token. Which of two shapes it has is a setting at Clerk that can change at any time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">The person's role there, without <c>org:</c>.</param>
/// <param name="Permissions">The person's custom permissions there, with <c>org:</c>.</param>
internal sealed record OrganizationClaims(string Id, string Role, IReadOnlyList<string> Permissions)
{
    private const string Prefix = "org:";

    /// <summary>Reads it; null when the person is in their own workspace.</summary>
    /// <exception cref="SecurityTokenException">The token has a shape that is not known, or not the shape it says.</exception>
    public static OrganizationClaims? Read(JsonElement claims)
    {
        if (!claims.TryGetProperty("v", out var version))
            return First(claims);
        return version.ValueKind is JsonValueKind.Number && version.TryGetInt32(out var number)
            ? number switch
            {
                1 => First(claims),
                2 => Second(claims),
                _ => throw Unknown(),
            }
            : throw Unknown();
    }

    private static OrganizationClaims? First(JsonElement claims)
    {
        if (SessionClaims.Text(claims, "org_id") is not { } id)
            return null;

        var role = SessionClaims.Text(claims, "org_role") ?? "";
        var permissions =
            claims.TryGetProperty("org_permissions", out var list) && list.ValueKind is JsonValueKind.Array
                ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)
                : [];
        return new(id, role.StartsWith(Prefix, StringComparison.Ordinal) ? role[Prefix.Length..] : role, [.. permissions]);
    }

    private static OrganizationClaims? Second(JsonElement claims)
    {
        if (!claims.TryGetProperty("o", out var organization) || organization.ValueKind is JsonValueKind.Null)
            return null;
        if (organization.ValueKind is not JsonValueKind.Object || SessionClaims.Text(organization, "id") is not { } id)
            throw Unknown();

        var permissions = Decode(
            SessionClaims.Text(claims, "fea"),
            SessionClaims.Text(organization, "per"),
            SessionClaims.Text(organization, "fpm")
        );
        return new(id, SessionClaims.Text(organization, "rol") ?? "", [.. permissions]);
    }

    // Features in order, permissions in order, and for each feature a number whose bits say which permissions it has.
    private static IEnumerable<string> Decode(string? features, string? permissions, string? masks)
    {
        if (features is null || permissions is null || masks is null)
            yield break;

        var names = permissions.Split(',');
        var ofOrganization = features.Split(',').Select(feature => feature.Split(':', 2)).Where(f => f.Length == 2 && f[0].Contains('o'));
        foreach (var (feature, mask) in ofOrganization.Zip(masks.Split(',')))
        {
            if (!BigInteger.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
                throw Unknown();
            for (var i = 0; i < names.Length; i++)
                if (!((bits >> i) & 1).IsZero)
                    yield return $"{Prefix}{feature[1]}:{names[i]}";
        }
    }

    private static SecurityTokenException Unknown() => new("The token has an unknown shape.");
}
