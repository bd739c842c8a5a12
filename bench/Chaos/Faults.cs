using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Chaos;

/// <summary>What goes wrong at the platform, drawn by the seed. All of it passes: every post can go out in the end.</summary>
internal sealed class Faults(RunningSystem system, Random random)
{
    private const string Upload = "INSTAGRAM_CREATE_MEDIA_CONTAINER";
    private const string Carousel = "INSTAGRAM_CREATE_CAROUSEL_CONTAINER";
    private const string Publish = "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH";

    /// <summary>How many faults were set, by kind.</summary>
    public SortedDictionary<string, int> Told { get; } = [];

    /// <summary>Lets a few calls of the next life go wrong.</summary>
    public async Task Some(CancellationToken ct)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
            await (random.Next(8) == 0 ? Lie(ct) : Set(Any(), ct));
    }

    /// <summary>Publish calls that take a while, so that a death may fall into one.</summary>
    public Task SlowPublishing(CancellationToken ct) => Set(Instagram("publish_slow", ms: random.Next(300, 1_500), times: 3), ct);

    /// <summary>Containers that never get ready.</summary>
    public Task StuckContainers(int count, CancellationToken ct) => Set(Instagram("container_stuck", times: count), ct);

    /// <summary>
    /// What lasts longer than a run: an action block, and a quota that is used up. They strike the two accounts whose posts have a strict late
    /// policy, so that each of these posts ends by it.
    /// </summary>
    public async Task Lasting(string blocked, string exhausted, CancellationToken ct)
    {
        await Set(Instagram("publish_error", code: 368, account: blocked), ct);
        await Set(Instagram("publish_error", code: 9, subcode: 2207042, times: 4, account: exhausted), ct);
    }

    /// <summary>An answer that is lost, and then a status that lies for longer than it takes to call again: the platform refuses the second call.</summary>
    private async Task Lie(CancellationToken ct)
    {
        await Set(Instagram("status_lies", times: random.Next(1, 7)), ct);
        await Set(Rube("lost_answer", Publish), ct);
    }

    private JsonObject Any() =>
        random.Next(19) switch
        {
            0 or 1 => Rube("lost_answer", Publish),
            2 => Rube("lost_answer", Publish, ms: 5_500), // longer than a call may take
            3 => Rube("lost_answer", Upload),
            4 => Rube("lost_answer", Carousel),
            5 => Rube("latency", null, ms: random.Next(200, 2_500)),
            6 => Rube("status", Publish, status: random.Next(2) == 0 ? 500 : 503),
            7 => Rube("status", null, status: 429, retryAfterSeconds: 2),
            8 => Rube(random.Next(2) == 0 ? "older_results" : "wrapped_data", null),
            9 => Rube(random.Next(2) == 0 ? "bad_json" : "plain_text", Publish),
            10 => Instagram("publish_slow", ms: random.Next(1_000, 9_000)), // perhaps after the caller has given up
            11 => Instagram("container_slow", ms: random.Next(1_000, 8_000)),
            12 => Instagram("container_expires", ms: random.Next(2_000, 8_000)),
            13 => Instagram("container_error"),
            16 => Rube("html", random.Next(2) == 0 ? Publish : null), // a page for people: at other calls, that the token is gone
            17 => Rube("status", null, status: 401),
            18 => Rube("status", null, status: 429, retryAfterSeconds: random.Next(1, 6), times: 5),
            14 => Instagram("publish_error", code: 9007, subcode: 2207027), // says that it is not ready
            _ => Instagram("publish_error", code: random.Next(4) == 0 ? 4 : 2), // too many calls, or a failure of its own
        };

    private async Task Set(JsonObject fault, CancellationToken ct)
    {
        using var reply = await system.Http.PostAsJsonAsync(new Uri(system.Sandbox, "_faults"), fault, ct);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException(await reply.Content.ReadAsStringAsync(ct));
        var kind = (string)fault["kind"]!;
        Told[kind] = Told.GetValueOrDefault(kind) + (int)fault["times"]!;
    }

    private static JsonObject Rube(
        string kind,
        string? operation,
        int? ms = null,
        int? status = null,
        double? retryAfterSeconds = null,
        int times = 1
    ) =>
        new()
        {
            ["provider"] = "rube",
            ["kind"] = kind,
            ["operation"] = operation,
            ["ms"] = ms,
            ["status"] = status,
            ["retryAfterSeconds"] = retryAfterSeconds,
            ["times"] = times,
        };

    private static JsonObject Instagram(
        string kind,
        int? ms = null,
        int? code = null,
        int? subcode = null,
        int times = 1,
        string? account = null
    ) =>
        new()
        {
            ["provider"] = "instagram",
            ["kind"] = kind,
            ["ms"] = ms,
            ["code"] = code,
            ["subcode"] = subcode,
            ["account"] = account,
            ["times"] = times,
        };
}
