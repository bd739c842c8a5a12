using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;
using Npgsql;

namespace Campaigns.Bench.Due;

/// <summary>How late posts go out by the platform's clock: spread over a while, and all at one instant; beside a plain queue.</summary>
internal static class DueBench
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(string[] args)
    {
        if (
            BenchOptions.Read("due", args, ("posts", 10_000), ("seconds", 60), ("burst", 1_000), ("each", 5), ("lead", 120))
            is not { } options
        )
            return 2;

        await using var system = await RunningSystem.Start();
        var plan = new Plan(options["posts"], options.Seconds("seconds"), options["burst"], options["each"]);
        var (ours, platform) = (new ThroughTheSystem(system), new Platform(system));
        var report = new BenchReport(
            "due",
            $"{plan.Spread:N0} posts over {plan.Over.TotalSeconds} s and {plan.Burst:N0} at one instant, over {plan.Accounts:N0} accounts, prepared from {options["lead"]} s ahead"
        );

        await Console.Error.WriteLineAsync($"connecting {plan.Accounts} accounts");
        await system.StartSilo();
        await ours.Connect(plan.Accounts);
        await system.StopSilo(); // so that its sweep at the start finds them all

        var posts = plan.Posts("ours", 0, Clock.GetUtcNow() + options.Seconds("lead"));
        await ours.Schedule(posts);
        await Console.Error.WriteLineAsync($"{posts.Count:N0} posts are scheduled, the first for {posts[0].DueAt:HH:mm:ss}");
        await system.StartSilo();
        Add(report, "ours", posts, await platform.PublishedOnce(posts), judge: true);
        await system.StopSilo();

        await Console.Error.WriteLineAsync("the same by a plain queue");
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        var queue = new PostgresQueue(source, platform, ours.TokenOf);
        var first = plan.Posts("queue", plan.Accounts, Clock.GetUtcNow());
        var dated = first;
        await system.StartSilo(); // serves the picture while the containers are made; it has nothing else to do then
        await queue.Prepare(first, ours.Picture, () => dated = plan.Posts("queue", plan.Accounts, Clock.GetUtcNow().AddSeconds(3)));
        await system.StopSilo();
        await queue.Run(dated.Count);
        Add(report, "queue", dated, await platform.PublishedOnce(dated), judge: false);
        return report.Print(options.Json);
    }

    private static TimeProvider Clock => TimeProvider.System;

    private static void Add(BenchReport report, string whose, List<Post> posts, Dictionary<string, DateTimeOffset> published, bool judge)
    {
        foreach (var (kind, words) in new[] { ("spread", "spread"), ("burst", "at one instant") })
        {
            double[] late =
            [
                .. posts
                    .Where(post => post.Caption.StartsWith($"{whose} {kind}", StringComparison.Ordinal))
                    .Select(post => (published[post.Caption] - post.DueAt).TotalSeconds),
            ];
            if (late.Min() < 0)
                throw new InvalidOperationException($"A post of {whose} went out {-late.Min()} s early.");
            report.Add($"{whose}, {words}: late, p50", "s", Statistics.Percentile(late, 0.5));
            var p99 = report.Add($"{whose}, {words}: late, p99", "s", Statistics.Percentile(late, 0.99));
            report.Add($"{whose}, {words}: late, most", "s", late.Max());
            if (judge)
                report.AtMost($"{words}: p99 late, s", kind == "burst" ? 0.5 : 1, p99);
        }
    }

    /// <summary>How many when.</summary>
    private sealed record Plan(int Spread, TimeSpan Over, int Burst, int Each)
    {
        public int Accounts => Post.AccountsFor(Spread, Each) + Post.AccountsFor(Burst, Each);

        /// <summary>The instant comes ten seconds after the spread's end.</summary>
        public List<Post> Posts(string whose, int firstAccount, DateTimeOffset from) =>
            [
                .. Post.Spread($"{whose} spread", Spread, firstAccount, from, Over, Each),
                .. Post.Spread(
                    $"{whose} burst",
                    Burst,
                    firstAccount + Post.AccountsFor(Spread, Each),
                    from + Over + Between,
                    TimeSpan.Zero,
                    Each
                ),
            ];
    }
}
