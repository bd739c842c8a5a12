using System.Globalization;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Generation;

/// <summary>AI jobs as a person orders them: how near their time is to the ideal, and whether memory stays flat while large films pass through.</summary>
internal static class GenerationBench
{
    private const int WarmingUp = 40;

    public static async Task<int> Run(string[] args)
    {
        if (
            BenchOptions.Read(
                "generation",
                args,
                ("jobs", 200),
                ("latency", 2),
                ("calls", 40),
                ("rounds", 2),
                ("videos", 10),
                ("megabytes", 100)
            )
            is not { } options
        )
            return 2;

        var report = new BenchReport(
            "generation",
            $"{options["jobs"]} pictures ordered at once of models that take {options.Seconds("latency").TotalSeconds} s, {options["calls"]} side by side; "
                + $"{options["videos"]} films of {options["megabytes"]} MB"
        );
        await InFolder(report, options);
        if (options["videos"] > 0)
            await InBlobStore(report, options);
        return report.Print(options.Json);
    }

    private static async Task InFolder(BenchReport report, BenchOptions options)
    {
        await using var system = await Start(options);
        await system.StartSilo();
        await Pictures(report, system, options);
        if (options["videos"] == 0)
            return;
        await system.StopSilo(); // so that what pictures left in memory is no one's room
        await Films.Measure(report, system, "a folder", options["videos"], options["megabytes"]);
    }

    private static async Task InBlobStore(BenchReport report, BenchOptions options)
    {
        await using var system = await Start(options);
        system.Set("BLOB_READ_WRITE_TOKEN", "vercel_blob_rw_bench_secret");
        system.Set("VERCEL_BLOB_API_URL", new Uri(system.Sandbox, "blob").ToString());
        await Films.Measure(report, system, "Vercel Blob", options["videos"], options["megabytes"]);
    }

    private static async Task Pictures(BenchReport report, RunningSystem system, BenchOptions options)
    {
        await Console.Error.WriteLineAsync("warming");
        await new PicturesAtOnce(system, "org_firstpictures").Run(WarmingUp);
        var latency = options.Seconds("latency");
        await system.Fault(
            new()
            {
                ["provider"] = "gemini",
                ["operation"] = "image",
                ["kind"] = "latency",
                ["ms"] = (int)latency.TotalMilliseconds,
                ["times"] = -1,
            }
        );
        List<PicturesAtOnce.Times> rounds = [];
        for (var round = 1; round <= options["rounds"]; round++)
        {
            await Console.Error.WriteLineAsync($"round {round} of {options["rounds"]}");
            rounds.Add(await new PicturesAtOnce(system, $"org_round{round}").Run(options["jobs"]));
        }
        await system.NoFaults();

        var ideal = latency.TotalSeconds * options["jobs"] / options["calls"];
        var waves = latency.TotalSeconds * Math.Ceiling((double)options["jobs"] / options["calls"]);
        report.Add("pictures: ideal (latency × jobs ÷ parallelism)", "s", ideal);
        report.Add("pictures: the same in whole waves", "s", waves);
        report.Add("pictures: ordered", "s", [.. rounds.Select(one => one.Ordered)]);
        report.Add("pictures: first one there", "s", [.. rounds.Select(one => one.First)]);
        var all = report.Add("pictures: all there, as the API tells", "s", [.. rounds.Select(one => one.All)]);
        report.Add("pictures: calls, p50", "ms", [.. rounds.Select(one => Statistics.Percentile(one.Latencies, 0.5))]);
        report.Add("pictures: calls, p99", "ms", [.. rounds.Select(one => Statistics.Percentile(one.Latencies, 0.99))]);
        report.Add(
            "pictures: share of the time that was calls",
            "",
            [.. rounds.Select(one => one.Latencies.Sum() / 1000 / options["calls"] / one.All)]
        );
        report.Add("pictures: CPU of the silo, each", "ms", [.. rounds.Select(one => one.CpuMilliseconds / options["jobs"])]);
        report.AtMost("pictures: time over the ideal", 1.1, all / ideal);
    }

    private static async Task<RunningSystem> Start(BenchOptions options)
    {
        var system = await RunningSystem.Start();
        var calls = options["calls"].ToString(CultureInfo.InvariantCulture);
        system.Set("AI_MOST_CALLS", calls);
        system.Set("AI_MOST_CALLS_OF_TENANT", calls);
        system.Set("AI_LOOK_SECONDS", "1");
        system.Set("CAMPAIGNS_AI_REQUESTS_PER_PERSON", "1000000");
        system.Set("CAMPAIGNS_AI_REQUESTS_PER_TENANT", "1000000");
        return system;
    }
}
