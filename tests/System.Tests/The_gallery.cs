using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

/// <summary>A file from its upload to its end.</summary>
public sealed class The_gallery(LiveSystem system) : IClassFixture<LiveSystem>
{
    /// <summary>A PNG of one pixel.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private const string Listing =
        "query($where: MediaAssetFilterInput) { mediaAssets(first: 50, where: $where) { nodes { key source kind: media { kind } usedBy { kind id } } } }";

    [Fact]
    public async Task shows_what_was_uploaded_what_uses_it_and_lets_nobody_remove_that()
    {
        var workspace = await Workspace.Open(system);
        var (key, url) = await Upload(workspace.Token);
        var post = await Attached(workspace, key);

        var used = await LiveSystem.Until(
            TimeSpan.FromSeconds(60),
            async () => await Gallery(workspace.Token) is [var only] && only["usedBy"]!.AsArray().Count > 0 ? only : null
        );
        Assert.Equal((key, "UPLOAD", post), ((string?)used["key"], (string?)used["source"], (string?)used["usedBy"]![0]!["id"]));
        Assert.Single(await Gallery(workspace.Token, new() { ["inUse"] = true, ["kind"] = new JsonArray("PICTURE") }));
        Assert.Empty(await Gallery(workspace.Token, new() { ["inUse"] = false }));
        Assert.Empty(await Gallery(workspace.Token, new() { ["kind"] = new JsonArray("VIDEO", "SOUND") }));
        Assert.Equal("media.in_use", await Removal(workspace.Token, key));

        await system.Mutate(workspace.Token, "removePost", "itemId", new() { ["campaignId"] = workspace.Campaign, ["itemId"] = post });
        await LiveSystem.Until(
            TimeSpan.FromSeconds(60),
            async () => await Removal(workspace.Token, key) is null or "media.not_found" ? "removed" : null
        );
        await LiveSystem.Until(TimeSpan.FromSeconds(60), async () => (await Gallery(workspace.Token)).Count == 0 ? "gone" : null);
        using var http = new HttpClient();
        using var gone = await http.GetAsync(new Uri(url));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task is_of_one_tenant()
    {
        var (ours, theirs) = (await Workspace.Open(system), await Workspace.Open(system));
        var (key, _) = await Upload(ours.Token);

        Assert.Empty(await Gallery(theirs.Token));
        Assert.Equal("media.not_found", await Refused(theirs, key));
        Assert.Equal("media.not_found", await Removal(theirs.Token, key));
    }

    [Fact]
    public async Task gives_out_nothing_that_is_about_to_be_swept_away()
    {
        var workspace = await Workspace.Open(system);
        var (key, _) = await Upload(workspace.Token);
        var old = Aged(key);
        File.Copy(Path.Combine(system.MediaFolder, key), Path.Combine(system.MediaFolder, old));

        Assert.Equal("media.expired", await Refused(workspace, old));
        await Attached(workspace, key);
    }

    /// <summary>The same name, as it would be had the file been kept nine days ago: when, its UUID says.</summary>
    private static string Aged(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var old = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddDays(-9));
        return $"{key[..(slash + 1)]}{old}{key[(slash + 37)..]}";
    }

    private async Task<(string Key, string Url)> Upload(string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Silos[0].Api, "media"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new ByteArrayContent(Convert.FromBase64String(Dot));
        using var reply = await http.SendAsync(request);
        var kept = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        Assert.True(reply.StatusCode is HttpStatusCode.Created, kept.ToJsonString());
        return ((string)kept["key"]!, (string)kept["url"]!);
    }

    private async Task<string> Attached(Workspace workspace, string key)
    {
        var post = (string)(await Added(workspace))["itemId"]!;
        await system.Mutate(workspace.Token, "attachMedia", "itemId", Attach(workspace, post, key));
        return post;
    }

    private async Task<string?> Refused(Workspace workspace, string key)
    {
        var post = (string)(await Added(workspace))["itemId"]!;
        var payload = await system.TryMutate(workspace.Token, "attachMedia", "itemId", Attach(workspace, post, key));
        return (string?)payload["errors"]![0]!["code"];
    }

    private Task<JsonNode> Added(Workspace workspace) =>
        system.Mutate(
            workspace.Token,
            "addPost",
            "itemId",
            new()
            {
                ["campaignId"] = workspace.Campaign,
                ["platform"] = "INSTAGRAM",
                ["caption"] = "Bread.",
            }
        );

    private static JsonObject Attach(Workspace workspace, string post, string key) =>
        new()
        {
            ["campaignId"] = workspace.Campaign,
            ["itemId"] = post,
            ["mediaKey"] = key,
        };

    private async Task<List<JsonNode>> Gallery(string token, JsonObject? where = null) =>
        [.. (await system.Query(token, Listing, new() { ["where"] = where }))["mediaAssets"]!["nodes"]!.AsArray().Select(node => node!)];

    /// <summary>Why it is not removed; null when it is.</summary>
    private async Task<string?> Removal(string token, string key) =>
        (string?)
            (await system.TryMutate(token, "removeMedia", "key", new() { ["key"] = key }))["errors"]!.AsArray().FirstOrDefault()?["code"];
}
