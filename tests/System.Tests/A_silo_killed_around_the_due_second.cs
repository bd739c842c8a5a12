using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

public sealed class A_silo_killed_around_the_due_second(LiveSystem system) : IClassFixture<LiveSystem>
{
    // Before the due second, in it, while calls are under way at the platform, and after them.
    [Theory]
    [InlineData(-1500, 0)]
    [InlineData(30, 0)]
    [InlineData(150, 400)]
    [InlineData(700, 400)]
    public async Task publishes_each_post_exactly_once_after_its_restart(int killAfter, int platformDelay)
    {
        const int Posts = 5;
        var workspace = await Workspace.Open(system);
        var posts = await workspace.ApprovedPosts(Posts);
        if (platformDelay > 0)
            await system.Fault(
                new()
                {
                    ["provider"] = "instagram",
                    ["kind"] = "publish_slow",
                    ["account"] = workspace.Username,
                    ["ms"] = platformDelay,
                    ["times"] = Posts,
                }
            );
        var due = NextWholeSecond(TimeProvider.System.GetUtcNow().AddSeconds(12));
        var publications = new List<string>();
        foreach (var post in posts)
            publications.Add(
                (string)
                    (await system.Mutate(workspace.Token, "schedulePost", "publicationId", workspace.Schedule(post, due)))["publicationId"]!
            );

        await Task.Delay(Later(due.AddMilliseconds(killAfter)));
        system.KillSilo();
        await system.StartSilo();

        foreach (var publication in publications)
            await workspace.Live(publication);
        var published = await system.Published(workspace.Username);
        Assert.Equal(Posts, published.Count);
        Assert.Equal(Posts, published.Select(entry => (string?)entry["result"]!["id"]).Distinct().Count());
    }

    [Fact]
    public async Task answers_a_repeated_command_with_its_first_outcome()
    {
        var workspace = await Workspace.Open(system);
        var input = new JsonObject
        {
            ["name"] = "Autumn",
            ["brief"] = "Chestnuts.",
            ["commandId"] = system.New("autumn"),
        };
        var first = await system.Mutate(workspace.Token, "createCampaign", "campaignId receipt { version position }", input);
        system.KillSilo();
        await system.StartSilo();

        var again = await system.Mutate(workspace.Token, "createCampaign", "campaignId receipt { version position }", input);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());

        input["brief"] = "Pumpkins.";
        var other = await system.TryMutate(workspace.Token, "createCampaign", "campaignId", input);
        Assert.Equal("command.id_reused", (string?)other["errors"]![0]!["code"]);
    }

    private static DateTimeOffset NextWholeSecond(DateTimeOffset time) =>
        new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static TimeSpan Later(DateTimeOffset time) =>
        time - TimeProvider.System.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
