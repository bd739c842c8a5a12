using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Sends a message as Clerk does, signed by Svix's scheme, to an address on this machine, and says what came back.</summary>
internal sealed class WebhookDesk(ClerkKeys keys, TimeProvider clock) : IDisposable
{
    private const string SecretPrefix = "whsec_";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };

    public async Task Post(HttpContext context)
    {
        try
        {
            var ask = await JsonSerializer.DeserializeAsync<WebhookRequest>(context.Request.Body, JsonReply.Plain, context.RequestAborted);
            if (!SandboxArguments.IsLoopback(ask!.To))
                throw new JsonException("to: an address on this machine");
            var (id, status) = await Send(ask, context.RequestAborted);
            await JsonReply.Write(context, 200, new JsonObject { ["id"] = id, ["status"] = status });
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            await JsonReply.Write(context, 400, new JsonObject { ["error"] = e.Message });
        }
        catch (HttpRequestException e)
        {
            await JsonReply.Write(context, 502, new JsonObject { ["error"] = e.Message });
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(string Id, int Status)> Send(WebhookRequest ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var body = new JsonObject
        {
            ["data"] = Data(ask, now),
            ["object"] = "event",
            ["type"] = ask.Type,
            ["timestamp"] = now.ToUnixTimeMilliseconds(),
            ["instance_id"] = keys.KeyId,
        }.ToJsonString();
        var id = ask.Id ?? $"msg_{Guid.CreateVersion7(now):N}";
        var seconds = now.AddSeconds(-ask.SignedSecondsAgo).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, ask.To) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("svix-id", id);
        request.Headers.Add("svix-timestamp", $"{seconds}");
        request.Headers.Add("svix-signature", $"v1,{Sign(ask.Secret, $"{id}.{seconds}.{body}")}");
        using var response = await http.SendAsync(request, ct);
        return (id, (int)response.StatusCode);
    }

    private static JsonObject Data(WebhookRequest ask, DateTimeOffset now) =>
        ask.Type.Split('.') switch
        {
            ["user", "deleted"] => Deleted(ask.User, "user"),
            ["organization", "deleted"] => Deleted(ask.Org, "organization"),
            ["user", ..] => ClerkObjects.User(ask.User, now),
            ["organization", ..] => ClerkObjects.Organization(ask.Org, now),
            ["organizationMembership", ..] => ClerkObjects.Membership(new(ask.User, ask.Org, ask.Role, now), now),
            _ => new JsonObject { ["id"] = "sess_sandbox" },
        };

    private static JsonObject Deleted(string id, string kind) =>
        new()
        {
            ["id"] = id,
            ["object"] = kind,
            ["deleted"] = true,
        };

    private static string Sign(string secret, string content)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
            throw new FormatException("secret: begins with whsec_");
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)));
    }
}
