using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Generation;

/// <summary>
/// Forty items with their pictures, and a silo that is killed three times: while the words are written, while pictures are drawn, and while films
/// are made.
/// </summary>
public sealed class A_campaign_run_whose_silo_is_killed(GenerationSystem system) : IClassFixture<GenerationSystem>
{
    private const int Items = 40;
    private const int Clips = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task comes_to_its_end_and_pays_for_nothing_twice_that_could_be_resumed()
    {
        await system.Fault(Fault("gemini", "text", "latency", ms: 4_000, times: 1));
        await system.Fault(Fault("gemini", "image", "latency", ms: 700, times: -1));
        await system.Fault(Fault("veo", "predictLongRunning", "slow", ms: 12_000, times: -1));
        var run = await CampaignRun.Begin(system);
        await run.Order(
            new()
            {
                ["posts"] = new JsonArray(Count("INSTAGRAM", 10), Count("FACEBOOK", 10), Count("LINKED_IN", 6)),
                ["ads"] = new JsonArray(Count("INSTAGRAM", 5), Count("GOOGLE", 2)),
                ["carousels"] = new JsonObject { ["count"] = 3, ["slides"] = 3 },
                ["clips"] = new JsonObject
                {
                    ["count"] = Clips,
                    ["scenes"] = 1,
                    ["film"] = true,
                },
            }
        );

        await run.Until(Patience, jobs => jobs.Any(job => Is(job, "TEXT", "RUNNING")));
        await KillAndStart();
        await run.Until(
            Patience,
            jobs => jobs.Count(job => Is(job, "IMAGE", "DONE")) >= 10 && jobs.Any(job => Is(job, "IMAGE", "RUNNING"))
        );
        await KillAndStart();
        await run.Until(Patience, jobs => jobs.Count(job => Is(job, "VIDEO", "RUNNING") && IsKnownAtTheProvider(job)) == Clips);
        await KillAndStart();
        await run.End(Patience);

        var (jobs, calls) = (await run.Jobs(), await run.Calls());
        Assert.All((await run.Read())!["posts"]!.AsArray(), item => HasItsResultOrAReason(item!));
        Assert.Equal(Items, (await run.Read())!["posts"]!.AsArray().Count);
        Assert.All(jobs, job => Assert.True(CampaignRun.IsOver(job)));
        await TheBooksAreRight(run, jobs, calls);
        SaysWhatItCouldNotKnow(calls);
        await PaysForNoFilmTwice(jobs);
        await HasEveryCallOnRecord(calls, "text", "campaign_text");
        await HasEveryCallOnRecord(calls, "image", "item_image");
    }

    private async Task KillAndStart()
    {
        system.KillSilo();
        await system.StartSilo();
    }

    private static void HasItsResultOrAReason(JsonNode item)
    {
        var content = (string?)item["script"]?["content"] ?? "POST";
        var parts = item["parts"]!.AsArray();
        Assert.All(parts, part => Assert.True(part!["media"] is not null || part["problem"] is not null, item.ToJsonString()));
        switch (content)
        {
            case "CAROUSEL":
                Assert.Equal(3, parts.Count);
                Assert.Equal(parts.Count(part => part!["media"] is not null), item["mediaList"]!.AsArray().Count);
                break;
            case "CLIP":
                Assert.Equal(["COVER", "SCENE", "FILM"], parts.Select(part => (string?)part!["role"]));
                Assert.Single(item["mediaList"]!.AsArray());
                break;
            default:
                Assert.True(item["mediaList"]!.AsArray().Count == 1 || item["illustration"]!["problem"] is not null, item.ToJsonString());
                break;
        }
    }

    private static async Task TheBooksAreRight(CampaignRun run, List<JsonNode> jobs, List<JsonNode> calls)
    {
        var (budget, usage) = (await run.Budget(), await run.Usage());
        var sum = calls.Sum(call => CampaignRun.Money(call["costMicroUsd"]));

        Assert.Equal(sum, CampaignRun.Money(budget["spentMicroUsd"]));
        Assert.Equal(sum, CampaignRun.Money(usage["costMicroUsd"]));
        Assert.Equal(0, CampaignRun.Money(budget["setAsideMicroUsd"]));
        Assert.Equal(0, (int)budget["callsUnderWay"]!);
        Assert.Equal(jobs.Sum(job => (int)job["attempts"]!), calls.Count);
        Assert.Equal(calls.Count, (int)usage["calls"]!);
    }

    /// <summary>Of a call that died with its process nobody can know what came of it: all that was set aside is taken for spent.</summary>
    private static void SaysWhatItCouldNotKnow(List<JsonNode> calls)
    {
        var lost = calls.Where(call => (string?)call["outcome"] != "done").ToList();

        Assert.InRange(lost.Count, 2, 1 + 6 + 6); // the words, and at least one picture; never more than were side by side
        Assert.All(lost, call => Assert.Equal(("unclear", "lost_with_process"), ((string?)call["outcome"], (string?)call["errorCode"])));
        Assert.All(lost, call => Assert.Equal("BOUND", (string?)call["costBasis"]));
        Assert.All(lost, call => Assert.Equal((string?)call["reservedMicroUsd"], (string?)call["costMicroUsd"]));
    }

    /// <summary>What the provider can be asked about is asked about, and never begun anew.</summary>
    private async Task PaysForNoFilmTwice(List<JsonNode> jobs)
    {
        var films = jobs.Where(job => (string?)job["kind"] == "VIDEO").ToList();
        var begun = await system.Journal("veo", "predictLongRunning");

        Assert.Equal(Clips, films.Count);
        Assert.All(films, film => Assert.Equal(("DONE", 1), ((string?)film["state"], (int)film["attempts"]!)));
        Assert.Equal(Clips, begun.Count);
    }

    /// <summary>Nothing was asked of the provider that is in no book; and what it answered and nobody heard is among what was lost.</summary>
    private async Task HasEveryCallOnRecord(List<JsonNode> calls, string asked, string operation)
    {
        var answered = (await system.Journal("gemini", "generateContent")).Count(entry => Wanted(entry) == asked);
        var ours = calls.Where(call => (string?)call["operation"] == operation).ToList();

        Assert.InRange(answered, ours.Count(call => (string?)call["outcome"] == "done"), ours.Count);
    }

    private static string Wanted(JsonNode entry) =>
        entry["arguments"]?["generationConfig"]?["responseModalities"] is JsonArray modalities
        && modalities.Any(one => (string?)one == "IMAGE")
            ? "image"
            : "text";

    private static bool Is(JsonNode job, string kind, string state) => (string?)job["kind"] == kind && (string?)job["state"] == state;

    private static bool IsKnownAtTheProvider(JsonNode job) => job["calls"]!.AsArray().Any(call => call!["requestId"] is not null);

    private static JsonObject Count(string platform, int count) => new() { ["platform"] = platform, ["count"] = count };

    private static JsonObject Fault(string provider, string operation, string kind, int ms, int times) =>
        new()
        {
            ["provider"] = provider,
            ["operation"] = operation,
            ["kind"] = kind,
            ["ms"] = ms,
            ["times"] = times,
        };
}
