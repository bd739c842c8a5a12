using System.Diagnostics;
using System.Globalization;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Chaos;

/// <summary>Posts that are due while the silo is killed again and again and the platform fails; then the platform's feed against the log.</summary>
internal static class ChaosRun
{
    private const string Tenant = "org_chaos";

    /// <summary>How long the platform may still come out with what it was asked for: see <see cref="Faults"/>.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(10);

    /// <summary>A container that never gets ready is given up after half an hour, when there is a video in it.</summary>
    private static readonly TimeSpan StuckPatience = TimeSpan.FromMinutes(45);

    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("chaos", args, ("posts", 60), ("kills", 20), ("seed", 1), ("patience", 300), ("stuck", 0)) is not { } options)
            return 2;
        var (posts, kills, took) = (options["posts"], options["kills"], Stopwatch.StartNew());
        var random = new Random(options["seed"]);
        var patience = options["stuck"] > 0 ? StuckPatience : options.Seconds("patience");
        var accounts = Math.Max(3, posts / 20);

        await using var system = await RunningSystem.Start("--quota", posts.ToString(CultureInfo.InvariantCulture));
        system.Set("CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS", "4"); // short doubts: the platform here answers within milliseconds
        system.Set("CAMPAIGNS_PUBLISH_DEADLINE_SECONDS", "6");
        await using var spine = new Spine(system.Database, system.MasterKey);
        var (ledger, faults) = (new Ledger(spine.Log), new Faults(system, new(options["seed"])));
        var lives = new Lives(system, ledger, faults, random);
        var token = await system.Token(Tenant);
        var calendar = new Calendar(system, new(system, token), accounts);
        using var stop = new CancellationTokenSource();

        await system.StartSilo();
        await calendar.Open(token, stop.Token);
        await system.StopSilo();

        await faults.Lasting(Calendar.NameOf(accounts), Calendar.NameOf(accounts + 1), stop.Token);
        if (options["stuck"] > 0)
            await faults.StuckContainers(options["stuck"], stop.Token);
        var planned = PlannedPost.Many(posts, accounts, random);
        var scheduling = calendar.Work(stop.Token);
        // The quarter is worth a few more lives, while there is something left to publish.
        for (var (kill, added) = (0, 0); kill < kills || (kill < kills * 2 && !lives.HasQuarter && !HasEnded(ledger, calendar)); kill++)
        {
            // A share of the posts for each life, a little ahead: the last lives shall have something due.
            for (var enough = Math.Min(posts, (int)Math.Ceiling(posts * (kill + 1) / (kills * 0.85))); added < enough; added++)
                calendar.Add(planned[added]);
            if (kill == kills - 1)
                for (; added < posts; added++)
                    calendar.Add(planned[added]);
            await lives.One(stop.Token);
            await Tell(kill + 1, kills, lives, ledger, calendar);
            if (scheduling.IsFaulted)
                await scheduling;
        }
        calendar.Close();

        await system.StartSilo();
        var waiting = Stopwatch.StartNew();
        await scheduling.WaitAsync(patience);
        while (!HasEnded(ledger, calendar) && waiting.Elapsed < patience)
        {
            await Task.Delay(250);
            await ledger.ReadOn(stop.Token);
        }
        var untilLast = waiting.Elapsed;
        await Task.Delay(Aftermath);
        await ledger.ReadOn(stop.Token);
        return new ChaosReport
        {
            Seed = options["seed"],
            Posts = posts,
            Lives = lives.All,
            Faults = faults.Told,
            Found = Comparison.Of(calendar.Promised.Values, ledger, await Feed.Read(system, stop.Token)),
            Late = [.. ledger.Entries.Values.Select(entry => entry.Late).OfType<TimeSpan>()],
            Latest =
            [
                .. ledger
                    .Entries.Values.Where(entry => entry.SaysLive)
                    .OrderByDescending(entry => entry.Late)
                    .Take(5)
                    .Select(entry => entry.Told),
            ],
            UntilLastVerdict = untilLast,
            Took = took.Elapsed,
        }.Print(options.Json);
    }

    private static bool HasEnded(Ledger ledger, Calendar calendar) =>
        calendar.Promised.Values.All(id => ledger.Entries.TryGetValue(id, out var entry) && entry.Verdicts.Count > 0)
        && ledger.Entries.Values.All(entry => entry.Verdicts.Count > 0);

    private static Task Tell(int kill, int kills, Lives lives, Ledger ledger, Calendar calendar) =>
        Console.Error.WriteLineAsync(
            $"kill {kill} of {kills}: {lives.All[^1].Manner}; {calendar.Promised.Count} scheduled, "
                + $"{ledger.Entries.Values.Count(entry => entry.SaysLive)} live, {lives.All.Count(life => life.WasInPublishing)} kills in publishing"
        );
}
