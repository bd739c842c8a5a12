using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Hands out tokens to whoever asks: the sandbox's stand-in for signing in.</summary>
internal sealed class TokenDesk(ClerkTokens tokens, ClerkDirectory directory, BaseAddress address)
{
    public async Task Post(HttpContext http)
    {
        try
        {
            var ask =
                http.Request.ContentLength == 0
                    ? new TokenRequest()
                    : await JsonSerializer.DeserializeAsync<TokenRequest>(http.Request.Body, JsonReply.Plain, http.RequestAborted);
            await Answer(http, ask!);
        }
        catch (JsonException e)
        {
            await Complain(http, e.Message);
        }
    }

    /// <summary>The same for a shell: nothing but the token. An empty <c>org</c> is a personal workspace.</summary>
    public async Task Get(HttpContext http, string? user, string? org, string? role)
    {
        var ask = new TokenRequest();
        ask = ask with { User = user ?? ask.User, Org = org ?? ask.Org, Role = role ?? ask.Role };
        if (ask.Complaint is { } complaint)
            await Complain(http, complaint);
        else
            await JsonReply.WriteText(http, 200, Issue(ask).Token, "text/plain");
    }

    /// <summary>A front end decodes the host (and path) of this Clerk from it.</summary>
    public Task PublishableKey(HttpContext http)
    {
        var host = tokens.Issuer[(new Uri(address.Value).Scheme.Length + 3)..];
        return JsonReply.WriteText(http, 200, "pk_test_" + Convert.ToBase64String(Encoding.ASCII.GetBytes(host + "$")), "text/plain");
    }

    private Task Answer(HttpContext http, TokenRequest ask)
    {
        if (ask.Complaint is { } complaint)
            return Complain(http, complaint);
        var (token, expiresAt) = Issue(ask);
        return JsonReply.Write(
            http,
            200,
            new JsonObject
            {
                ["token"] = token,
                ["user"] = ask.User,
                ["org"] = ask.Org,
                ["expiresAt"] = expiresAt,
            }
        );
    }

    private (string Token, DateTimeOffset ExpiresAt) Issue(TokenRequest ask)
    {
        directory.Add(ask.User, ask.Org is { Length: > 0 } org ? org : null, ClerkTokens.Bare(ask.Role));
        return tokens.Issue(ask);
    }

    private static Task Complain(HttpContext http, string complaint) =>
        JsonReply.Write(http, 400, new JsonObject { ["error"] = complaint });
}
