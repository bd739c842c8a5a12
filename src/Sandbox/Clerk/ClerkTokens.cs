using System.Text;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Issues session tokens.</summary>
internal sealed class ClerkTokens(ClerkKeys keys, BaseAddress address, TimeProvider clock)
{
    public string Issuer => address.Value + "/clerk";

    public (string Token, DateTimeOffset ExpiresAt) Issue(TokenRequest ask)
    {
        var now = clock.GetUtcNow();
        var expires = now.AddSeconds(ask.LifetimeSeconds);
        var claims = Claims(ask, now, expires);
        foreach (var (name, value) in ask.Claims ?? [])
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value.DeepClone();

        var header = new JsonObject
        {
            ["alg"] = ask.Alg == "foreign" ? "RS256" : ask.Alg,
            ["cat"] = "cl_B7d4PD111AAA",
            ["kid"] = ask.Kid ?? keys.KeyId,
            ["typ"] = "JWT",
        };
        var content = $"{Base64Url.Of(header.ToJsonString())}.{Base64Url.Of(claims.ToJsonString())}";
        return ($"{content}.{Base64Url.Of(keys.Sign(ask.Alg, Encoding.ASCII.GetBytes(content)))}", expires);
    }

    private JsonObject Claims(TokenRequest ask, DateTimeOffset now, DateTimeOffset expires)
    {
        var claims = new JsonObject
        {
            ["azp"] = ask.Azp,
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["fva"] = new JsonArray(0, -1),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["nbf"] = now.AddSeconds(-10).ToUnixTimeSeconds(),
            ["sid"] = $"sess_{Seed.Long(ask.User):x16}",
            ["sts"] = ask.Status,
            ["sub"] = ask.User,
        };
        if (ask.V == 2)
            AddVersion2(claims, ask, now);
        else if (ask.Org is { Length: > 0 } org)
            AddVersion1(claims, ask, org);
        return claims;
    }

    private static void AddVersion2(JsonObject claims, TokenRequest ask, DateTimeOffset now)
    {
        claims["jti"] = Guid.CreateVersion7(now).ToString("n");
        claims["v"] = 2;
        if (ask.Org is { Length: > 0 } org)
            claims["o"] = new JsonObject
            {
                ["id"] = org,
                ["slg"] = ask.Slug ?? ClerkDirectory.SlugOf(org),
                ["rol"] = Bare(ask.Role),
            };
    }

    private static void AddVersion1(JsonObject claims, TokenRequest ask, string org)
    {
        claims["org_id"] = org;
        claims["org_slug"] = ask.Slug ?? ClerkDirectory.SlugOf(org);
        claims["org_role"] = "org:" + Bare(ask.Role);
        claims["org_permissions"] = new JsonArray();
    }

    /// <summary>Version 2 says "admin" where version 1 and the Backend API say "org:admin".</summary>
    public static string Bare(string role) => role.StartsWith("org:", StringComparison.Ordinal) ? role[4..] : role;
}
