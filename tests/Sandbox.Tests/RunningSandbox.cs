using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

/// <summary>A sandbox on a free port with a web of pictures beside it, and the shortest ways to talk to it.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    private SandboxHost? host;
    private PictureServer? pictures;

    /// <summary>For a class that needs a clock or a folder of its own.</summary>
    public SandboxSettings Settings { get; init; } =
        new() { ClipDelay = TimeSpan.FromMilliseconds(200), PictureDelay = TimeSpan.FromMilliseconds(200) };

    public HttpClient Http { get; } = new();

    public string Pictures => pictures!.Address;

    public Uri Address => host!.Address;

    public static async Task<RunningSandbox> Start(SandboxSettings settings)
    {
        var sandbox = new RunningSandbox { Settings = settings };
        await sandbox.InitializeAsync();
        return sandbox;
    }

    public async ValueTask InitializeAsync()
    {
        pictures = await PictureServer.Start();
        host = await SandboxHost.Start(Settings with { Address = new("http://127.0.0.1:0") });
        Http.BaseAddress = host.Address;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host!.DisposeAsync();
        await pictures!.DisposeAsync();
    }

    /// <summary>Runs one Instagram tool for the account and gives its own response: successful, data, error.</summary>
    public async Task<JsonNode> Tool(string account, string slug, JsonObject arguments) =>
        (await Outer(account, slug, arguments))["data"]!["results"]![0]!["response"]!;

    /// <summary>The whole of what Rube answers in its text part.</summary>
    public async Task<JsonNode> Outer(string account, string slug, JsonObject arguments)
    {
        using var reply = await Send(account, slug, arguments);
        var text = await reply.Content.ReadAsStringAsync();
        var message = JsonNode.Parse(text.Split('\n').Single(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..])!;
        return JsonNode.Parse(message["result"]!["content"]![0]!["text"]!.GetValue<string>())!;
    }

    public async Task<HttpResponseMessage> Send(string account, string slug, JsonObject arguments, CancellationToken ct = default)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "tools/call",
            ["params"] = new JsonObject
            {
                ["name"] = "RUBE_MULTI_EXECUTE_TOOL",
                ["arguments"] = new JsonObject
                {
                    ["tools"] = new JsonArray(new JsonObject { ["tool_slug"] = slug, ["arguments"] = arguments }),
                    ["sync_response_to_workbench"] = false,
                    ["memory"] = new JsonObject(),
                },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/rube/mcp") { Content = JsonContent.Create(call) };
        request.Headers.Add("Authorization", $"Bearer rube_{account}");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        return await Http.SendAsync(request, ct);
    }

    public async Task<string> IdOf(string account) => (await Tool(account, "INSTAGRAM_GET_USER_INFO", []))["data"]!["id"]!.ToString();

    public async Task<JsonNode> Upload(string account, string picture, string caption = "Hello", string? mediaType = null)
    {
        var arguments = new JsonObject
        {
            ["ig_user_id"] = await IdOf(account),
            ["image_url"] = $"{Pictures}/{picture}",
            ["caption"] = caption,
        };
        if (mediaType is not null)
            arguments["media_type"] = mediaType;
        return await Tool(account, "INSTAGRAM_CREATE_MEDIA_CONTAINER", arguments);
    }

    public async Task<string> Container(string account, string caption = "Hello") =>
        (await Upload(account, "square.jpg", caption))["data"]!["id"]!.ToString();

    public async Task<JsonNode> Publish(string account, string creationId, int wait = 30) =>
        await Tool(account, "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH", await PublishArguments(account, creationId, wait));

    public async Task<JsonObject> PublishArguments(string account, string creationId, int wait = 30) =>
        new()
        {
            ["ig_user_id"] = await IdOf(account),
            ["creation_id"] = creationId,
            ["max_wait_seconds"] = wait,
        };

    public async Task<string> Status(string account, string creationId) =>
        (await Tool(account, "INSTAGRAM_GET_POST_STATUS", new() { ["creation_id"] = creationId }))["data"]!["status_code"]!.ToString();

    /// <summary>Waits until the container stands so.</summary>
    public async Task Until(string account, string creationId, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Status(account, creationId) != status)
            await Task.Delay(50, patience.Token);
    }

    public async Task Fault(JsonObject fault)
    {
        using var reply = await Http.PostAsJsonAsync("/_faults", fault);
        Assert.Equal("", reply.IsSuccessStatusCode ? "" : await reply.Content.ReadAsStringAsync());
    }

    public async Task<JsonArray> Get(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!.AsArray();

    /// <summary>The posts of the account that went live, by the platform's own word.</summary>
    public async Task<JsonNode[]> Published(string account) =>
        [
            .. (await Get("/_journal?provider=instagram&operation=publish"))
                .Where(entry => entry!["account"]!.ToString() == account)
                .Select(entry => entry!),
        ];
}
