using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;
using Npgsql;

namespace Campaigns.Bench.Idle;

/// <summary>What a silo costs that has nothing to do: memory and CPU, also while many posts sleep.</summary>
internal static class IdleBench
{
    /// <summary>With nothing at all.</summary>
    public static Task<int> Idle(string[] args) =>
        BenchOptions.Read("idle", args, ("settle", 45), ("seconds", 30), ("rounds", 2)) is { } options
            ? Run("idle", options, Enumerable.Repeat(0, options["rounds"]))
            : Task.FromResult(2);

    /// <summary>With none, some and very many posts that are due far in the future.</summary>
    public static Task<int> Sleeping(string[] args) =>
        BenchOptions.Read("sleeping", args, ("settle", 45), ("seconds", 30), ("some", 100_000), ("many", 1_000_000)) is { } options
            ? Run("sleeping", options, [0, options["some"], options["many"]])
            : Task.FromResult(2);

    private static async Task<int> Run(string bench, BenchOptions options, IEnumerable<int> sleeping)
    {
        var report = new BenchReport(
            bench,
            $"one silo, {options["settle"]} s after its start, over {options["seconds"]} s; sleeping posts are rows of read.due made by SQL"
        );
        await using var system = await RunningSystem.Start();
        List<(int Posts, Cost Cost)> costs = [];
        foreach (var posts in sleeping)
        {
            await Console.Error.WriteLineAsync($"{posts:N0} posts sleep");
            await Sleep(system, posts);
            costs.Add((posts, await Measure(system, options)));
        }

        foreach (var group in costs.GroupBy(one => one.Posts, one => one.Cost))
        {
            report.Add($"{group.Key:N0} sleeping: resident memory", "MB", [.. group.Select(cost => cost.Megabytes)]);
            report.Add($"{group.Key:N0} sleeping: CPU", "% of a core", [.. group.Select(cost => cost.Percent)]);
            report.Add($"{group.Key:N0} sleeping: start to ready", "s", [.. group.Select(cost => cost.StartSeconds)]);
        }
        Judge(report, [.. costs.Where(one => one.Posts == 0).Select(one => one.Cost)], [.. costs.Where(one => one.Posts > 0)]);
        return report.Print(options.Json);
    }

    private static void Judge(BenchReport report, List<Cost> empty, List<(int Posts, Cost Cost)> full)
    {
        var megabytes = Statistics.Median(empty.Select(cost => cost.Megabytes));
        var percent = Statistics.Median(empty.Select(cost => cost.Percent));
        report.AtMost("empty: resident memory, MB", 150, megabytes);
        report.AtMost("empty: CPU, % of a core", 3, percent);
        foreach (var (posts, cost) in full)
        {
            report.AtMost($"{posts:N0} sleeping: memory, times the empty silo's", 1.5, cost.Megabytes / megabytes);
            report.AtMost($"{posts:N0} sleeping: CPU beyond the empty silo's, points", 0.5, cost.Percent - percent);
        }
        report.AtMost("start to ready, s", 15, empty.Concat(full.Select(one => one.Cost)).Max(cost => cost.StartSeconds));
    }

    private static async Task<Cost> Measure(RunningSystem system, BenchOptions options)
    {
        var silo = await system.StartSilo();
        await Task.Delay(options.Seconds("settle"));
        var (before, start) = (silo.CpuMilliseconds, TimeProvider.System.GetTimestamp());
        await Task.Delay(options.Seconds("seconds"));
        var took = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        var cost = new Cost(silo.ResidentMegabytes, (silo.CpuMilliseconds - before) / took * 100, silo.TookToReady.TotalSeconds);
        await system.StopSilo();
        return cost;
    }

    /// <summary>Fills the table that the sweep reads: due a month to a year from now.</summary>
    private static async Task Sleep(RunningSystem system, int posts)
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        await using var fill = source.CreateCommand(
            """
            insert into read.due_a (tenant, id, wake_at, due_at, publish_until, try_at, is_held, stage, outcome_open, moved_at, last_position)
            select 'org_' || (n % 500), gen_random_uuid(), due, due, due + interval '6 hours', now(), false, 'waiting', false, now(), 1
            from generate_series(1, $1) n, lateral (select now() + interval '30 days' + n * interval '28 seconds' as due) d
            """
        );
        fill.CommandTimeout = 300;
        fill.Parameters.Add(new() { Value = posts });
        await using var empty = source.CreateCommand("truncate read.due_a");
        await empty.ExecuteNonQueryAsync();
        await fill.ExecuteNonQueryAsync();
        await using var settle = source.CreateCommand("vacuum analyze read.due_a");
        settle.CommandTimeout = 300;
        await settle.ExecuteNonQueryAsync();
    }

    /// <summary>What one silo cost.</summary>
    private sealed record Cost(double Megabytes, double Percent, double StartSeconds);
}
