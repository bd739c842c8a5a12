using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Generation;

/// <summary>From the order over the API to its items: what a model can make of an order, and what comes of it.</summary>
public sealed class A_model_that_answers_badly(GenerationSystem system) : IClassFixture<GenerationSystem>, IAsyncLifetime
{
    private const string Brief =
        "A Padaria Aurora abre às seis da manhã, com a primeira fornada de pão ainda quente. Quem trouxer a própria sacola leva um pão de queijo.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await system.NoFaults();

    [Theory]
    [InlineData("prose", 1, "gemini", "gemini broken malformed, gemini done")]
    [InlineData("prose", 2, "openrouter", "gemini broken malformed, gemini broken malformed, openrouter done")]
    [InlineData("half", 1, "gemini", "gemini broken malformed, gemini done")]
    [InlineData("fenced", 1, "gemini", "gemini done")]
    [InlineData("truncated", 1, "openrouter", "gemini broken MAX_TOKENS, openrouter done")]
    [InlineData("empty", 1, "gemini", "gemini broken empty, gemini done")]
    [InlineData("wrong_counts", 1, "gemini", "gemini done, gemini done")]
    [InlineData("foreign", 1, "gemini", "gemini done, gemini done")]
    [InlineData("foreign", 2, "openrouter", "gemini done, gemini done, openrouter done")]
    public async Task still_has_all_of_it_written_in_the_language_that_was_ordered(string kind, int times, string writer, string expected)
    {
        await Fault("gemini", kind, times);
        var run = await CampaignRun.Begin(system, Brief);
        await run.Order(FourItems());
        await run.End(Patience);

        var campaign = (await run.Read())!;
        Assert.Equal("DONE", (string?)campaign["writing"]!["state"]);
        Assert.Empty(campaign["writing"]!["missing"]!.AsArray());
        Assert.Equal(4, campaign["posts"]!.AsArray().Count);
        Assert.Matches(@"\b(com|para|que|quem|uma)\b", Words(campaign));
        Assert.DoesNotMatch(@"\b(the|and|from)\b", Words(campaign));
        var job = Assert.Single(await run.Jobs());
        Assert.Equal(writer, (string?)job["madeBy"]!["provider"]);
        Assert.Equal(expected, string.Join(", ", job["calls"]!.AsArray().Select(Told)));
        await TheBooksAreRight(run);
    }

    [Fact]
    public async Task and_goes_on_doing_so_has_what_fits_taken_and_the_rest_ordered_again_alone()
    {
        await Fault("gemini", "wrong_counts", -1);
        var run = await CampaignRun.Begin(system, Brief);
        await run.Order(FourItems());
        await run.End(Patience);

        var partial = (await run.Read())!;
        Assert.Equal("DONE", (string?)partial["writing"]!["state"]);
        Assert.Equal(
            ["Ad for Google: 1 ordered, 0 came.", "Carousel for Instagram: 1 ordered, 0 came."],
            partial["writing"]!["missing"]!.AsArray().Take(2).Select(sentence => (string?)sentence)
        );
        // One post came with each answer.
        var there = partial["posts"]!.AsArray().Select(item => item!["caption"]!.ToString()).ToList();
        Assert.Equal(2, there.Count);

        await system.NoFaults();
        await run.Mutate("writeMissing", []);
        await run.Until(Patience, jobs => jobs.Count == 2);
        await run.End(Patience);

        var whole = (await run.Read())!;
        Assert.Empty(whole["writing"]!["missing"]!.AsArray());
        Assert.Equal(
            ["AD", "CAROUSEL", "POST", "POST"],
            whole["posts"]!.AsArray().Select(item => (string?)item!["script"]?["content"] ?? "POST").Order()
        );
        Assert.Equal(there, whole["posts"]!.AsArray().Take(2).Select(item => item!["caption"]!.ToString()));
        await TheBooksAreRight(run);
    }

    private Task Fault(string provider, string kind, int times) =>
        system.Fault(
            new()
            {
                ["provider"] = provider,
                ["operation"] = "text",
                ["kind"] = kind,
                ["times"] = times,
            }
        );

    /// <summary>Of three kinds, without pictures: words are what this is about.</summary>
    private static JsonObject FourItems() =>
        new()
        {
            ["language"] = "pt-BR",
            ["illustrate"] = false,
            ["posts"] = new JsonArray(new JsonObject { ["platform"] = "INSTAGRAM", ["count"] = 2 }),
            ["ads"] = new JsonArray(new JsonObject { ["platform"] = "GOOGLE", ["count"] = 1 }),
            ["carousels"] = new JsonObject { ["count"] = 1, ["slides"] = 3 },
        };

    private static string Words(JsonNode campaign) =>
        string.Join(
            '\n',
            campaign["posts"]!
                .AsArray()
                .SelectMany(item =>
                    (item!["script"]?["slides"] as JsonArray ?? [])
                        .Select(slide => slide!["words"]!.ToString())
                        .Prepend(item["caption"]!.ToString())
                )
        );

    private static string Told(JsonNode? call) =>
        string.Join(
            ' ',
            new[] { (string?)call!["provider"], (string?)call["outcome"], (string?)call["problem"]?["code"] }.Where(word =>
                word is not null
            )
        );

    private static async Task TheBooksAreRight(CampaignRun run)
    {
        // The ledger hears of the last call after the campaign has.
        var budget = await LiveSystem.Until(
            Patience,
            async () => await run.Budget() is var now && (int)now["callsUnderWay"]! == 0 ? now : null
        );
        var calls = await LiveSystem.Until(
            Patience,
            async () => await run.Calls() is var now && now.All(call => call["costMicroUsd"] is not null) ? now : null
        );
        Assert.Equal(calls.Sum(call => CampaignRun.Money(call["costMicroUsd"])), CampaignRun.Money(budget["spentMicroUsd"]));
        Assert.Equal(0, CampaignRun.Money(budget["setAsideMicroUsd"]));
        Assert.Equal((await run.Jobs()).Sum(job => (int)job["attempts"]!), calls.Count);
    }
}
