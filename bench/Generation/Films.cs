using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Generation;

/// <summary>
/// A campaign of clips with one scene each, filmed: words, cover, picture, film. First with films as they come, which is what memory is compared
/// with, then with large ones.
/// </summary>
internal sealed class Films(RunningSystem system, string org)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures in a silo of its own.</summary>
    public static async Task Measure(BenchReport report, RunningSystem system, string where, int films, int megabytes)
    {
        var silo = await system.StartSilo();
        await Console.Error.WriteLineAsync($"films into {where}: as they come");
        await new Films(system, "org_firstfilms").Run(films);
        await using (var small = new Residence(silo))
        {
            await new Films(system, "org_smallfilms").Run(films);
            report.Add($"films as they come, into {where}: most in memory", "MB", await small.Most());
        }
        await system.Fault(
            new()
            {
                ["provider"] = "veo",
                ["operation"] = "predictLongRunning",
                ["kind"] = "padded",
                ["bytes"] = megabytes * 1024L * 1024L,
                ["times"] = -1,
            }
        );
        await Console.Error.WriteLineAsync($"films into {where}: {films} of {megabytes} MB");
        await using var large = new Residence(silo);
        var seconds = await new Films(system, "org_largefilms").Run(films, megabytes * 1024L * 1024L);
        var most = await large.Most();
        report.Add($"films of {megabytes} MB into {where}: before", "MB", large.Before);
        report.Add($"films of {megabytes} MB into {where}: most in memory", "MB", most);
        report.Add($"films of {megabytes} MB into {where}: campaign from order to end", "s", seconds);
        report.AtMost($"films into {where}: memory over what it was before, MB", 64, most - large.Before);
        await system.NoFaults();
        await system.StopSilo();
    }

    /// <summary>Orders them, and waits until each clip shows its film; the seconds it took.</summary>
    private async Task<double> Run(int films, long bytes = 0)
    {
        var began = TimeProvider.System.GetTimestamp();
        var token = await system.Token(org);
        var created = await system.Mutate(
            token,
            "createCampaign",
            "campaignId",
            new()
            {
                ["name"] = "Autumn",
                ["brief"] = "Chestnuts from the oven, all of November, at the Padaria Aurora.",
                ["commandId"] = $"begin-{org}",
            }
        );
        var campaign = (string)created["campaignId"]!;
        for (var left = films; left > 0; left -= 10)
            await Order(token, campaign, Math.Min(left, 10), films - left);
        await Until(token, campaign, films, bytes);
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private async Task Order(string token, string campaign, int clips, int before)
    {
        await system.Mutate(
            token,
            "writeCampaign",
            "campaignId",
            new()
            {
                ["campaignId"] = campaign,
                ["language"] = "en",
                ["posts"] = new JsonArray(),
                ["clips"] = new JsonObject
                {
                    ["count"] = clips,
                    ["scenes"] = 1,
                    ["film"] = true,
                },
                ["commandId"] = string.Create(CultureInfo.InvariantCulture, $"write-{org}-{before}"),
            }
        );
        await Until(token, campaign, before + clips, bytes: -1);
    }

    /// <summary>Waits until so many clips are there, and with <paramref name="bytes"/> of 0 or more each shows a film of that weight.</summary>
    private async Task Until(string token, string campaign, int clips, long bytes)
    {
        const string question =
            "query($id: ID!) { campaign(id: $id) { writing { state problem { message } missing } posts { mediaList { bytes } parts { role problem { message } } } } }";
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            var seen = (await system.Ask(token, question, new() { ["id"] = campaign }))["campaign"];
            var posts = seen?["posts"] as JsonArray ?? [];
            if ((string?)seen?["writing"]?["problem"]?["message"] is { } unwritten)
                throw new InvalidOperationException(unwritten);
            if (seen?["writing"]?["missing"] is JsonArray { Count: > 0 } missing)
                throw new InvalidOperationException(missing.ToJsonString());
            var problems = posts.SelectMany(post => post!["parts"]!.AsArray()).Select(part => (string?)part!["problem"]?["message"]);
            if (problems.FirstOrDefault(problem => problem is not null) is { } failed)
                throw new InvalidOperationException(failed);
            if (posts.Count == clips && (bytes < 0 || posts.All(post => IsThere(post!, bytes))))
                return;
            await Task.Delay(LookEvery);
        }
        throw new TimeoutException($"The films did not come: {system.Silo!.Output}");
    }

    private static bool IsThere(JsonNode post, long bytes) =>
        post["mediaList"] is JsonArray { Count: 1 } files && (bytes == 0 || (long)files[0]!["bytes"]! == bytes);
}
