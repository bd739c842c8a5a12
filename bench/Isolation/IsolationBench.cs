using Campaigns.Bench.Reports;

namespace Campaigns.Bench.Isolation;

/// <summary>What keeping tenants apart costs.</summary>
internal static class IsolationBench
{
    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("isolation", args, ("seconds", 3), ("rounds", 5)) is not { } options)
            return 2;
        var report = new BenchReport("isolation", "200 tenants of 500 campaigns each, 8 readers");
        await RowSecurity.Measure(report, options["rounds"], options.Seconds("seconds"));
        return report.Print(options.Json);
    }
}
