using Campaigns.Bench.Reports;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;

namespace Campaigns.Bench.Ledger;

/// <summary>Calls reserved and settled through the grains: one tenant, many tenants, and many at a limit that must hold.</summary>
internal static class LedgerBench
{
    private static readonly PriceBook Prices = new(
        "bench",
        [new("bench", "model", new(2020, 1, 1), null, new() { Input = MicroUsd.Of(2), Output = MicroUsd.Of(12) })],
        null
    );

    private static int tenants;

    public static async Task<int> Run(string[] args)
    {
        if (
            BenchOptions.Read("ledger", args, ("tenants", 100), ("callers", 8), ("alone", 64), ("seconds", 4), ("rounds", 3))
            is not { } options
        )
            return 2;

        await using var database = await BenchDatabase.Create();
        await using var cluster = await LedgerCluster.Start(database, Prices);
        var report = new BenchReport(
            "ledger",
            $"reserve and settle; {options["alone"]} in flight of one tenant, {options["callers"]} of each of {options["tenants"]}"
        );
        List<Measured> one = [],
            many = [];
        var limits = new List<LimitCheck>();
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming" : $"round {round} of {options["rounds"]}");
            var alone = await Pairs(cluster, NewTenants(1), options["alone"], options.Seconds("seconds"));
            var together = await Pairs(cluster, NewTenants(options["tenants"]), options["callers"], options.Seconds("seconds"));
            var limited = await AtLimit(cluster, NewTenants(options["tenants"]), options["callers"], options.Seconds("seconds"));
            if (round == 0)
                continue;
            one.Add(alone);
            many.Add(together);
            limits.Add(limited);
        }

        var single = report.Add("pairs, one tenant", "/s", [.. one.Select(m => m.PerSecond)]);
        report.Add("pairs, one tenant, p50", "ms", [.. one.Select(m => m.P50)]);
        report.Add("pairs, one tenant, p99", "ms", [.. one.Select(m => m.P99)]);
        var all = report.Add($"pairs, {options["tenants"]} tenants", "/s", [.. many.Select(m => m.PerSecond)]);
        report.Add($"pairs, {options["tenants"]} tenants, p50", "ms", [.. many.Select(m => m.P50)]);
        report.Add($"pairs, {options["tenants"]} tenants, p99", "ms", [.. many.Select(m => m.P99)]);
        report.Add("calls refused at a limit", "", [.. limits.Select(l => (double)l.Refused)]);
        report.AtLeast("pairs per second, one tenant", 200, single);
        report.AtLeast($"pairs per second, {options["tenants"]} tenants", 5000, all);
        report.AtMost("most of a limit that was ever committed", 1, limits.Max(l => l.Highest));
        report.AtMost("ledgers whose sum is not that of their attempts", 0, limits.Sum(l => l.Wrong));
        return report.Print(options.Json);
    }

    private static TenantId[] NewTenants(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => TenantId.Parse($"org_bench{Interlocked.Increment(ref tenants)}"))];

    private static async Task<Measured> Pairs(LedgerCluster cluster, TenantId[] tenants, int each, TimeSpan duration)
    {
        var ledgers = tenants.Select(tenant => cluster.Grains.Ledger(tenant)).ToArray();
        await Task.WhenAll(ledgers.Select((ledger, n) => Pair(ledger, -1, n))); // begins the month
        return await ClosedLoop.Run(
            tenants.Length * each,
            duration,
            (caller, turn) => Pair(ledgers[caller % ledgers.Length], caller, turn)
        );
    }

    private static async Task<bool> Pair(Campaigns.Grains.Ledgers.ILedger ledger, int caller, int turn)
    {
        var plan = Plan(caller, turn);
        if (await ledger.Reserve(plan) is not LedgerAnswer.Granted granted)
            return false;
        var usage = new MeasuredUsage { Tokens = new(900, 100, 200 + turn % 50, 40) };
        await ledger.Settle(
            new(plan.Attempt, usage, TimeSpan.FromSeconds(2), OutcomeClasses.Done, null, "req", plan.Model.Model, granted.Month)
        );
        return true;
    }

    /// <summary>A limit that fewer calls fit under than are made at once, and that is soon used up.</summary>
    private static async Task<LimitCheck> AtLimit(LedgerCluster cluster, TenantId[] tenants, int each, TimeSpan duration)
    {
        var limit = MicroUsd.Of(6 * 14_000);
        foreach (var tenant in tenants)
            await cluster
                .Grains.Tenant(tenant)
                .SetAiLimits(new(new(limit, null)), new(CommandId.Parse("limit"), ActorId.Parse("user_bench")));
        var ledgers = tenants.Select(tenant => cluster.Grains.Ledger(tenant)).ToArray();
        var refused = 0;
        await ClosedLoop.Run(
            tenants.Length * each,
            duration / 2,
            async (caller, turn) =>
            {
                if (!await Pair(ledgers[caller % ledgers.Length], caller, turn))
                    Interlocked.Increment(ref refused);
            }
        );
        var check = new LimitCheck(limit, refused);
        foreach (var tenant in tenants)
            await check.Read(cluster, tenant);
        return check;
    }

    private static AttemptPlan Plan(int caller, int turn) =>
        new(
            AttemptId.Parse($"call-{caller}-{turn}"),
            "campaign_text",
            new("bench", "model"),
            Campaign: null,
            Generation: null,
            ActorId.Parse("user_bench"),
            new() { InputTokens = 1000, OutputTokens = 1000 }
        );
}
