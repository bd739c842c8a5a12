using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Campaigns.Bench.Running;
using Campaigns.Harness;

namespace Campaigns.Bench.Chaos;

/// <summary>Makes posts and puts them on the calendar through the API, which comes and goes meanwhile.</summary>
internal sealed class Calendar(RunningSystem system, PatientClient client, int accounts)
{
    private const int AtOnce = 16; // lives are short: in each, some of it must come through

    /// <summary>Eight grey pixels by eight: it is drawn anew to a ratio that the platform takes.</summary>
    private const string Jpeg =
        "/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAR"
        + "EA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";

    private readonly Channel<PlannedPost> wanted = Channel.CreateUnbounded<PlannedPost>();
    private readonly List<(string Account, string Campaign)> places = [];
    private readonly Dictionary<char, string> files = [];

    /// <summary>Which publication was promised for each post.</summary>
    public ConcurrentDictionary<int, string> Promised { get; } = [];

    /// <summary>Connects the accounts and uploads what posts show, by a silo that runs.</summary>
    public async Task Open(string token, CancellationToken ct)
    {
        files['p'] = await Upload(token, Convert.FromBase64String(Jpeg), "image/jpeg", ct);
        files['v'] = await Upload(token, new SampleVideo().Bytes(), "video/mp4", ct);
        await client.Do("setApprovalPolicy", "receipt { position }", new() { ["policy"] = "NONE", ["commandId"] = "approval" }, ct);
        await client.Do("setPace", "receipt { position }", new() { ["spacingSeconds"] = 0, ["commandId"] = "pace" }, ct);
        for (var n = 0; n < accounts + PlannedPost.StrictAccounts; n++)
        {
            var connected = await client.Do(
                "connectInstagramAccount",
                "accountId",
                new() { ["token"] = $"rube_{NameOf(n)}", ["commandId"] = $"connect-{n}" },
                ct
            );
            var begun = await client.Do(
                "createCampaign",
                "campaignId",
                new()
                {
                    ["name"] = $"Chaos {n}",
                    ["brief"] = "Whatever comes.",
                    ["commandId"] = $"campaign-{n}",
                },
                ct
            );
            if (n >= accounts)
                await client.Do("setCampaignLatePolicy", "receipt { position }", Strict((string)begun["campaignId"]!, n), ct);
            places.Add(((string)connected["accountId"]!, (string)begun["campaignId"]!));
        }
    }

    /// <summary>The platform's name of an account.</summary>
    public static string NameOf(int account) => $"chaos_{account}";

    private static JsonObject Strict(string campaign, int account) =>
        new()
        {
            ["campaignId"] = campaign,
            ["latePolicy"] = new JsonObject { ["withinMinutes"] = 1, ["then"] = "SKIP" },
            ["commandId"] = $"late-{account}",
        };

    public void Add(PlannedPost post) => wanted.Writer.TryWrite(post);

    /// <summary>No more will be added.</summary>
    public void Close() => wanted.Writer.Complete();

    /// <summary>Works until all that was added is scheduled.</summary>
    public Task Work(CancellationToken ct) =>
        Parallel.ForEachAsync(
            wanted.Reader.ReadAllAsync(ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (post, stop) => Promised[post.Number] = await Schedule(post, stop)
        );

    private async Task<string> Schedule(PlannedPost post, CancellationToken ct)
    {
        var (account, campaign) = places[post.Account];
        var added = await client.Do(
            "addPost",
            "itemId",
            new()
            {
                ["campaignId"] = campaign,
                ["platform"] = "INSTAGRAM",
                ["caption"] = post.Caption,
                ["kind"] = post.Kind,
                ["commandId"] = $"add-{post.Number}",
            },
            ct
        );
        var item = (string)added["itemId"]!;
        var keys = new JsonArray([.. post.Files.Select(file => JsonValue.Create(files[file]))]);
        await client.Do(
            "attachMedia",
            "itemId",
            new()
            {
                ["campaignId"] = campaign,
                ["itemId"] = item,
                ["mediaKeys"] = keys,
                ["commandId"] = $"attach-{post.Number}",
            },
            ct
        );
        for (var tries = 0; ; tries++)
        {
            var payload = await client.Mutate("schedulePost", "publicationId", Wish(post, account, campaign, item, tries), ct);
            if ((string?)payload["publicationId"] is { } publication)
                return publication;
            switch ((string?)payload["errors"]![0]!["code"])
            {
                case "publication.due_in_past":
                    break;
                case "account.needs_reconnect":
                    await Reconnect(post, tries, ct);
                    break;
                default:
                    throw new InvalidOperationException($"schedulePost: {payload["errors"]!.ToJsonString()}");
            }
        }
    }

    /// <summary>As a person would, with the token it had. Whether it worked, the next try shows: the platform may fail at this too.</summary>
    private async Task Reconnect(PlannedPost post, int tries, CancellationToken ct)
    {
        var input = new JsonObject { ["token"] = $"rube_{NameOf(post.Account)}", ["commandId"] = $"reconnect-{post.Number}-{tries}" };
        await client.Mutate("connectInstagramAccount", "accountId", input, ct);
        await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
    }

    private static JsonObject Wish(PlannedPost post, string account, string campaign, string item, int tries)
    {
        var due = TimeProvider.System.GetUtcNow() + post.Lead;
        return new()
        {
            ["campaignId"] = campaign,
            ["itemId"] = item,
            ["accountId"] = account,
            ["at"] = due.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            ["zone"] = "Etc/UTC",
            ["commandId"] = $"schedule-{post.Number}-{tries}",
        };
    }

    private async Task<string> Upload(string token, byte[] bytes, string type, CancellationToken ct)
    {
        using var upload = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Api, "media"));
        upload.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        upload.Content = new ByteArrayContent(bytes);
        upload.Content.Headers.ContentType = new(type);
        using var uploaded = await system.Http.SendAsync(upload, ct);
        var text = await uploaded.Content.ReadAsStringAsync(ct);
        return uploaded.IsSuccessStatusCode
            ? (string)JsonNode.Parse(text)!["key"]!
            : throw new InvalidOperationException($"The upload of {type} was refused: {text}");
    }
}
