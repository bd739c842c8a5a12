using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Due;

/// <summary>How late a tenant's few posts go out, by themselves and while another tenant has thousands due at one instant.</summary>
internal static class FairnessBench
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(string[] args)
    {
        if (
            BenchOptions.Read("fairness", args, ("few", 200), ("flood", 3_000), ("seconds", 20), ("each", 5), ("lead", 60))
            is not { } options
        )
            return 2;

        await using var system = await RunningSystem.Start();
        var (few, flood, over, each) = (options["few"], options["flood"], options.Seconds("seconds"), options["each"]);
        var (one, another) = (new ThroughTheSystem(system), new ThroughTheSystem(system, "org_flood", "mill"));
        var report = new BenchReport(
            "fairness",
            $"{few:N0} posts of one tenant over {over.TotalSeconds} s, {flood:N0} of another at one instant"
        );

        await system.StartSilo();
        await one.Connect(2 * Post.AccountsFor(few, each));
        await another.Connect(Post.AccountsFor(flood, each));
        await system.StopSilo(); // so that its sweep at the start finds them all

        var from = TimeProvider.System.GetUtcNow() + options.Seconds("lead");
        var alone = Post.Spread("alone", few, 0, from, over, each);
        var then = from + over + Between;
        var beside = Post.Spread("beside", few, Post.AccountsFor(few, each), then, over, each);
        var many = Post.Spread("flood", flood, 0, then, TimeSpan.Zero, each);
        await one.Schedule([.. alone, .. beside]);
        await another.Schedule(many);
        await system.StartSilo();
        var published = await new Platform(system).PublishedOnce([.. alone, .. beside, .. many]);

        var quiet = P99(report, "by itself", alone, published);
        var loud = P99(report, "while another floods", beside, published);
        P99(report, "the flood", many, published);
        report.AtMost("p99 while another floods, of that by itself", 1.2, loud / quiet);
        return report.Print(options.Json);
    }

    private static double P99(BenchReport report, string words, List<Post> posts, Dictionary<string, DateTimeOffset> published)
    {
        double[] late = [.. posts.Select(post => (published[post.Caption] - post.DueAt).TotalSeconds)];
        report.Add($"{words}: late, p50", "s", Statistics.Percentile(late, 0.5));
        return report.Add($"{words}: late, p99", "s", Statistics.Percentile(late, 0.99));
    }
}
