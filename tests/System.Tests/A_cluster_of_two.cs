namespace Campaigns.RunningSystem;

public sealed class A_cluster_of_two(TwoSilos system) : IClassFixture<TwoSilos>
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private SiloProcess Other => system.Silos[1];

    [Fact]
    public async Task loses_and_doubles_nothing_when_one_is_killed_under_load_and_its_due_posts_go_out_at_the_other()
    {
        const int Posts = 6;
        var workspace = await Workspace.Open(system);
        var posts = await workspace.ApprovedPosts(Posts);
        await using var load = await Load.Start(system, clients: 4, mostTries: 3, patience: TimeSpan.FromSeconds(20));
        await load.More(60);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(22);
        var publications = new List<string>();
        foreach (var post in posts)
            publications.Add(
                (string)
                    (await system.Mutate(workspace.Token, "schedulePost", "publicationId", workspace.Schedule(post, due)))["publicationId"]!
            );

        Other.Kill();
        await load.More(200);
        var live = new List<string>();
        foreach (var publication in publications)
            live.Add((string)(await workspace.Live(publication))["mediaId"]!);
        await Other.Start();
        await load.More(60);
        await load.Stop();

        Tell(load, system);
        Assert.Empty(load.Failed);
        await LogBook.Holds(system, load);
        var published = await system.Published(workspace.Username);
        Assert.Equal(live.Order(), published.Select(entry => (string)entry["result"]!["id"]!).Order());
    }

    [Fact]
    public async Task goes_on_when_one_is_stopped_in_the_middle_and_that_one_writes_nothing_wrong_when_it_wakes()
    {
        await using var load = await Load.Start(system, clients: 4, mostTries: 4, patience: TimeSpan.FromSeconds(12));
        await load.More(60);

        Other.Pause();
        await LiveSystem.Until(LongEnough, async () => await system.MembersSeenBy(system.Silos[0]) is 1 ? "alone" : null);
        await load.More(100);
        Other.Resume();
        await Other.Ended(LongEnough); // it reads that it was declared dead
        await Other.Start();
        await load.More(60);
        await load.Stop();

        Tell(load, system);
        Assert.Empty(load.Failed);
        await LogBook.Holds(system, load);
    }

    [Fact]
    public async Task is_restarted_one_by_one_without_a_command_that_fails_twice()
    {
        await using var load = await Load.Start(system, clients: 4, mostTries: 2, patience: TimeSpan.FromSeconds(25));
        await load.More(60);

        foreach (var silo in system.Silos)
        {
            Assert.Equal(0, await silo.Stop(LongEnough));
            await load.More(30);
            await silo.Start();
            await load.More(30);
        }
        await load.Stop();

        Tell(load, system);
        Assert.Empty(load.Failed);
        await LogBook.Holds(system, load);
    }

    private static void Tell(Load load, TwoSilos system)
    {
        var told = load.Acknowledged;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{told.Count} commands; {told.Count(one => one.Tries == 2)} sent twice, {told.Count(one => one.Tries > 2)} more often; "
                + $"the longest took {told.Max(one => one.Took)}; {load.Failed.Count} failed"
        );
        foreach (var line in system.Silos.SelectMany(silo => silo.Output.Split('\n')).Where(line => line.Contains("told to the client")))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
    }
}
