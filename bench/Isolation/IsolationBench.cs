using Campaigns.Bench.Reports;

namespace Campaigns.Bench.Isolation;

/// <summary>What it costs to keep tenants apart: each part in a file of its own, which adds its figures to one report.</summary>
internal static class IsolationBench
{
    /// <summary>The parts, in the order they are measured.</summary>
    private static readonly IReadOnlyList<Func<BenchReport, BenchOptions, Task>> Parts =
    [
        (report, options) => RowSecurity.Measure(report, options["rounds"], options.Seconds("seconds")),
        TokenChecks.Measure,
        EncryptionBench.Measure,
    ];

    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("isolation", args, ("seconds", 3), ("rounds", 5), ("events", 200_000)) is not { } options)
            return 2;
        var report = new BenchReport(
            "isolation",
            "row-level security: 200 tenants of 500 campaigns each, 8 readers; tokens: one core, one after the other; encryption: 64 appends in flight, replay on one core"
        );
        foreach (var part in Parts)
            await part(report, options);
        return report.Print(options.Json);
    }
}
