using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Due;

/// <summary>The platform as a plain client sees it: the same tools by the same HTTP calls as the silo's, and its journal.</summary>
internal sealed partial class Platform(RunningSystem system)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A container for a picture; its id.</summary>
    public Task<string> Upload(string token, Uri picture, string caption) =>
        Call(
            token,
            "INSTAGRAM_CREATE_MEDIA_CONTAINER",
            new()
            {
                ["ig_user_id"] = "me",
                ["image_url"] = picture.AbsoluteUri,
                ["caption"] = caption,
            }
        );

    public Task<string> Publish(string token, string container) =>
        Call(token, "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH", new() { ["ig_user_id"] = "me", ["creation_id"] = container });

    /// <summary>What went live: caption and the moment by the platform's clock, in order.</summary>
    public async Task<List<(string Caption, DateTimeOffset At)>> Published()
    {
        var journal = await system.Http.GetStringAsync(new Uri(system.Sandbox, "_journal?provider=instagram&operation=publish"));
        return
        [
            .. JsonNode.Parse(journal)!.AsArray().Select(entry => ((string)entry!["arguments"]!["caption"]!, (DateTimeOffset)entry["at"]!)),
        ];
    }

    /// <summary>Waits until as many are out as there should be, and a moment longer for those that should not be.</summary>
    /// <exception cref="InvalidOperationException">Some were lost, or went out twice.</exception>
    public async Task<Dictionary<string, DateTimeOffset>> PublishedOnce(IReadOnlyList<Post> posts)
    {
        var (captions, end) = (posts.Select(post => post.Caption).ToHashSet(), posts.Max(post => post.DueAt) + Patience);
        var wait = posts.Max(post => post.DueAt) - TimeProvider.System.GetUtcNow(); // no looking while it is measured
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        var published = new List<(string Caption, DateTimeOffset At)>();
        while (published.Count < posts.Count && TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(2_000);
            published = [.. (await Published()).Where(entry => captions.Contains(entry.Caption))];
        }
        await Task.Delay(Moment);
        published = [.. (await Published()).Where(entry => captions.Contains(entry.Caption))];
        var once = published.GroupBy(entry => entry.Caption).ToDictionary(group => group.Key, group => group.ToList());
        var (lost, doubled) = (posts.Count - once.Count, once.Count(one => one.Value.Count > 1));
        return lost == 0 && doubled == 0
            ? once.ToDictionary(one => one.Key, one => one.Value[0].At)
            : throw new InvalidOperationException($"By the platform's journal {lost} posts were lost and {doubled} doubled.");
    }

    private async Task<string> Call(string token, string tool, JsonObject arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Sandbox, "rube/mcp"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Content = JsonContent.Create(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = 1,
                ["method"] = "tools/call",
                ["params"] = new JsonObject
                {
                    ["name"] = "RUBE_MULTI_EXECUTE_TOOL",
                    ["arguments"] = new JsonObject
                    {
                        ["tools"] = new JsonArray(new JsonObject { ["tool_slug"] = tool, ["arguments"] = arguments }),
                        ["sync_response_to_workbench"] = false,
                        ["memory"] = new JsonObject(),
                    },
                },
            }
        );
        using var reply = await system.Http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return IdOfInstagram.Match(text) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(text);
    }

    /// <summary>The tool's answer is JSON in a text in JSON, perhaps in an event: quotes may be escaped any number of times.</summary>
    [GeneratedRegex("""(?:"|0022)id(?:\\*"|\\u0022):\s*(?:\\*"|\\u0022)(178\d{14})""")]
    private static partial Regex IdOfInstagram { get; }
}
