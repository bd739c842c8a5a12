using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Generation;

/// <summary>A campaign whose posts a person added by hand, and whose pictures are then all ordered at once.</summary>
/// <param name="system">Where.</param>
/// <param name="org">Whose campaign.</param>
internal sealed class PicturesAtOnce(RunningSystem system, string org)
{
    private const int InFlight = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Orders so many, and waits until the API shows all of them.</summary>
    public async Task<Times> Run(int pictures)
    {
        var token = await system.Token(org);
        var campaign = await Begin(token);
        var posts = new string[pictures];
        await Together(pictures, async n => posts[n] = await Add(token, campaign, n));

        var (cpu, began) = (system.Silo!.CpuMilliseconds, Stopwatch.GetTimestamp());
        var ordering = Together(pictures, n => Order(token, campaign, posts[n], n));
        double? first = null,
            ordered = null;
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            first ??= await Any(token, campaign, "DONE") ? Stopwatch.GetElapsedTime(began).TotalSeconds : null;
            ordered ??= ordering.IsCompleted ? Stopwatch.GetElapsedTime(began).TotalSeconds : null;
            // The cheap question first: two hundred posts are not to be read ten times a second.
            if (
                ordered is { } known
                && !await Any(token, campaign, "REQUESTED", "RUNNING", "RETRYING")
                && await Illustrated(token, campaign) == pictures
            )
            {
                await ordering;
                var all = Stopwatch.GetElapsedTime(began).TotalSeconds;
                return new(known, first ?? all, all, system.Silo!.CpuMilliseconds - cpu, await Latencies(token, campaign));
            }
            if (await Any(token, campaign, "FAILED"))
                throw new InvalidOperationException($"A picture failed: {system.Silo!.Output}");
            await Task.Delay(LookEvery);
        }
        throw new TimeoutException($"The pictures did not come: {system.Silo!.Output}");
    }

    private async Task<string> Begin(string token)
    {
        var input = new JsonObject
        {
            ["name"] = "Autumn",
            ["brief"] = "Chestnuts from the oven, all of November, at the Padaria Aurora.",
            ["commandId"] = $"begin-{org}",
        };
        return (string)(await system.Mutate(token, "createCampaign", "campaignId", input))["campaignId"]!;
    }

    private async Task<string> Add(string token, string campaign, int n)
    {
        var input = new JsonObject
        {
            ["campaignId"] = campaign,
            ["platform"] = "INSTAGRAM",
            ["caption"] = string.Create(CultureInfo.InvariantCulture, $"Chestnuts, the {n + 1}th reason to come."),
            ["imagePrompt"] = "a calm still life of roasted chestnuts for Padaria Aurora, in the brand colours #7A3B12 and #F2D0A4",
            ["commandId"] = $"add-{org}-{n}",
        };
        return (string)(await system.Mutate(token, "addPost", "itemId", input))["itemId"]!;
    }

    private Task<JsonNode> Order(string token, string campaign, string post, int n) =>
        system.Mutate(
            token,
            "illustratePost",
            "itemId",
            new()
            {
                ["campaignId"] = campaign,
                ["itemId"] = post,
                ["commandId"] = $"draw-{org}-{n}",
            }
        );

    /// <summary>Whether any of its AI jobs stands so.</summary>
    private async Task<bool> Any(string token, string campaign, params string[] states)
    {
        var where = new JsonObject { ["campaignId"] = campaign, ["state"] = new JsonArray([.. states.Select(state => (JsonNode)state)]) };
        const string question = "query($where: GenerationFilterInput) { generations(first: 1, where: $where) { nodes { id } } }";
        return (await system.Ask(token, question, new() { ["where"] = where }))["generations"]!["nodes"]!.AsArray().Count > 0;
    }

    private async Task<int> Illustrated(string token, string campaign)
    {
        const string question = "query($id: ID!) { campaign(id: $id) { posts { media { url } } } }";
        var posts = (await system.Ask(token, question, new() { ["id"] = campaign }))["campaign"]!["posts"]!.AsArray();
        return posts.Count(post => post!["media"] is not null);
    }

    /// <summary>How long the calls took, from asking to the stored file, milliseconds.</summary>
    private async Task<List<double>> Latencies(string token, string campaign)
    {
        const string question =
            "query($where: GenerationFilterInput, $after: String) { generations(first: 100, after: $after, where: $where) "
            + "{ nodes { calls { latencyMs } } pageInfo { hasNextPage endCursor } } }";
        var variables = new JsonObject { ["where"] = new JsonObject { ["campaignId"] = campaign } };
        var latencies = new List<double>();
        while (true)
        {
            var page = (await system.Ask(token, question, (JsonObject)variables.DeepClone()))["generations"]!;
            var calls = page["nodes"]!.AsArray().SelectMany(job => job!["calls"]!.AsArray());
            latencies.AddRange(calls.Select(call => (double)call!["latencyMs"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
                return latencies;
            variables["after"] = (string)page["pageInfo"]!["endCursor"]!;
        }
    }

    private static Task Together(int count, Func<int, Task> what) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (n, _) => await what(n));

    /// <summary>Seconds from the first order on.</summary>
    /// <param name="Ordered">Until the last order was acknowledged, as it was seen.</param>
    /// <param name="First">Until the first picture was there.</param>
    /// <param name="All">Until all were.</param>
    /// <param name="CpuMilliseconds">Of the silo.</param>
    /// <param name="Latencies">Of the calls, milliseconds.</param>
    internal sealed record Times(double Ordered, double First, double All, double CpuMilliseconds, IReadOnlyList<double> Latencies);
}
