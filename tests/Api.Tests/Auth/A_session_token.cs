using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaigns.Api.Tests.Auth;

public sealed class A_session_token(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task that_is_good_lets_its_caller_in()
    {
        var answer = await server.Ask(server.Token());

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            """{"me":{"user":"user_ada","tenant":"org_club","role":"member","permissions":["COMMENT","CREATE_CAMPAIGN","EDIT_CONTENT","HOLD","MANAGE_BRAND","PUBLISH","REQUEST_APPROVAL","SCHEDULE","VIEW"]}}""",
            answer.Data.GetRawText()
        );
    }

    [Fact]
    public async Task that_was_good_before_is_still_held_to_its_time()
    {
        await using var other = new ApiServer();
        await other.InitializeAsync();
        var token = other.Token(claims => claims["exp"] = other.Now + 60);

        Assert.Equal(200, (await other.Ask(token)).Status);
        other.Clock.Advance(TimeSpan.FromSeconds(64));
        Assert.Equal(200, (await other.Ask(token)).Status);
        other.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (await other.Ask(token)).Status);
    }

    [Fact]
    public async Task is_needed()
    {
        var answer = await server.Ask(null);

        Assert.Equal((401, "UNAUTHENTICATED"), (answer.Status, answer.Code));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    public static TheoryData<string, Action<JsonObject>> Refused =>
        new()
        {
            { "expired beyond the skew", claims => claims["exp"] = Time(claims) - 6 },
            { "expired at the skew", claims => claims["exp"] = Time(claims) - 5 },
            { "without an end", claims => claims.Remove("exp") },
            { "with an end in words", claims => claims["exp"] = "tomorrow" },
            { "that ends after time itself", claims => claims["exp"] = JsonNode.Parse("1e999") },
            { "not yet valid", claims => claims["nbf"] = Time(claims) + 6 },
            { "made in the future", claims => claims["iat"] = Time(claims) + 6 },
            { "of another issuer", claims => claims["iss"] = "https://evil.example.com" },
            { "of the issuer with a slash", claims => claims["iss"] = claims["iss"] + "/" },
            { "without an issuer", claims => claims.Remove("iss") },
            { "without a front end", claims => claims.Remove("azp") },
            { "for another front end", claims => claims["azp"] = "https://evil.example.com" },
            { "for several front ends", claims => claims["azp"] = new JsonArray(ApiServer.FrontEnd) },
            { "of a session not finished", claims => claims["sts"] = "pending" },
            { "without a subject", claims => claims.Remove("sub") },
            { "with an empty subject", claims => claims["sub"] = "" },
            { "with a number for a subject", claims => claims["sub"] = 7 },
            { "of a machine of ours", claims => claims["sub"] = "system:publisher" },
            { "of an organisation", claims => claims["sub"] = "org_club" },
            { "of a person with a line after the name", claims => claims["sub"] = "user_ada\n" },
            { "of a person without a name", claims => claims["sub"] = "user_" },
            { "of a person with an endless name", claims => claims["sub"] = $"user_{new string('a', 61)}" },
            { "used by another in the person's name", claims => claims["act"] = new JsonObject { ["sub"] = "user_eve" } },
            { "used by whomever in the person's name", claims => claims["act"] = "user_eve" },
            { "of a third shape", claims => claims["v"] = 3 },
            { "of a shape in words", claims => claims["v"] = "2" },
            {
                "with a person's workspace for an organisation",
                claims => claims["o"] = new JsonObject { ["id"] = "user_eve", ["rol"] = "admin" }
            },
            { "with half an organisation", claims => claims["o"] = new JsonObject { ["rol"] = "admin" } },
            { "with a text for an organisation", claims => claims["o"] = "org_club" },
            {
                "of a tenant that could leave its stream",
                claims => claims["o"] = new JsonObject { ["id"] = "org_x/../org_y", ["rol"] = "admin" }
            },
            { "of a machine without a workspace", claims => (claims["sub"], _) = ("machine-1", claims.Remove("o")) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task is_refused_when_it_is(string kind, Action<JsonObject> change)
    {
        Assert.NotEmpty(kind);
        await IsRefused(server.Token(change));
    }

    public static TheoryData<string, Action<JsonObject>> RefusedHeaders =>
        new()
        {
            { "no key id", header => header.Remove("kid") },
            { "an empty key id", header => header["kid"] = "" },
            { "an unknown key id", header => header["kid"] = "ins_unknown" },
            { "another algorithm", header => header["alg"] = "RS512" },
            { "another type", header => header["typ"] = "at+jwt" },
            { "a demand", header => (header["crit"], header["exp"]) = (new JsonArray("exp"), 1) },
            { "an empty demand", header => header["crit"] = new JsonArray() },
        };

    [Theory]
    [MemberData(nameof(RefusedHeaders))]
    public async Task is_refused_when_its_header_has(string kind, Action<JsonObject> change)
    {
        Assert.NotEmpty(kind);
        await IsRefused(server.Token(header: change));
    }

    [Fact]
    public Task is_refused_without_a_signature() =>
        IsRefused(
            IssuerKey.Token(
                new()
                {
                    ["alg"] = "none",
                    ["typ"] = "JWT",
                    ["kid"] = "ins_1",
                },
                server.Claims(),
                _ => []
            )
        );

    [Fact]
    public Task is_refused_with_the_signature_cut_off() => IsRefused(server.Token()[..(server.Token().LastIndexOf('.') + 1)]);

    [Fact]
    public Task is_refused_when_the_public_key_was_used_as_a_secret()
    {
        var secret = Encoding.ASCII.GetBytes(server.Issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var header = ApiServer.Header();
        header["alg"] = "HS256";
        return IsRefused(IssuerKey.Token(header, server.Claims(), data => HMACSHA256.HashData(secret, data)));
    }

    [Fact]
    public async Task is_refused_when_another_key_signed_it()
    {
        var forger = new IssuerKey("ins_1");
        using var rsa = forger.Rsa;
        await IsRefused(server.Token(key: forger));
    }

    [Fact]
    public async Task is_refused_when_its_payload_was_changed()
    {
        var (good, other) = (server.Token().Split('.'), server.Token(claims => claims["sub"] = "user_eve").Split('.'));
        await IsRefused($"{good[0]}.{other[1]}.{good[2]}");
    }

    [Fact]
    public async Task is_refused_when_it_brings_its_own_key()
    {
        var forger = new IssuerKey("ins_1");
        using var rsa = forger.Rsa;
        await IsRefused(
            server.Token(
                key: forger,
                header: header =>
                {
                    header["jwk"] = System.Text.Json.JsonSerializer.SerializeToNode(forger.Public);
                    header["jku"] = "https://evil.example.com/jwks.json";
                }
            )
        );
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6Imluc18xIn0.bm90IGpzb24.AAAA")]
    [InlineData("..")]
    public Task is_refused_when_it_is_none(string text) => IsRefused(text);

    [Fact]
    public async Task is_not_looked_for_in_another_scheme() =>
        Assert.Equal(401, (await server.Ask(server.Token(), scheme: "Basic")).Status);

    [Theory]
    [InlineData("exp", -4)]
    [InlineData("nbf", 5)]
    [InlineData("iat", 5)]
    public async Task may_be_off_by_the_skew(string claim, int seconds) =>
        Assert.Equal(200, (await server.Ask(server.Token(claims => claims[claim] = server.Now + seconds))).Status);

    [Fact]
    public async Task may_do_without_a_type_a_start_and_a_status()
    {
        var token = server.Token(
            claims =>
            {
                claims.Remove("nbf");
                claims.Remove("iat");
                claims.Remove("sts");
            },
            header => header.Remove("typ")
        );

        Assert.Equal(200, (await server.Ask(token)).Status);
    }

    private async Task IsRefused(string token)
    {
        var answer = await server.Ask(token);

        Assert.Equal((401, "UNAUTHENTICATED"), (answer.Status, answer.Code));
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(
            """{"errors":[{"message":"A valid session token is required.","extensions":{"code":"UNAUTHENTICATED"}}]}""",
            answer.Text
        );
    }

    private static long Time(JsonObject claims) => claims["iat"]!.GetValue<long>();
}
