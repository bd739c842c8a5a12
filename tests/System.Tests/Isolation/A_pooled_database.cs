using Npgsql;

namespace Campaigns.RunningSystem.Isolation;

public sealed class A_pooled_database(PooledSystem system) : IClassFixture<PooledSystem>
{
    [Fact]
    public async Task carries_a_post_from_its_brief_to_the_platform_and_to_who_subscribes()
    {
        var mine = await Workspace.Open(system);
        var post = (await mine.ApprovedPosts(1))[0];
        var publication = (string)
            (
                await system.Mutate(
                    mine.Token,
                    "schedulePost",
                    "publicationId publication { status }",
                    mine.Schedule(post, TimeProvider.System.GetUtcNow().AddDays(2))
                )
            )["publicationId"]!;
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var heard = new Heard(system.Silos[0].Api, mine.Token, new("subscription { publicationChanged { position } }", []), over.Token);
        await heard.Begun;

        await system.Mutate(mine.Token, "publishNow", "publicationId", new() { ["publicationId"] = publication });

        await mine.Live(publication);
        Assert.Single(await system.Published(mine.Username));
        await heard.Next;
        await over.CancelAsync();

        // And nothing went round it.
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        await using var question = source.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and usename in ('campaigns_silo', 'campaigns_api')"
        );
        Assert.InRange((long)(await question.ExecuteScalarAsync())!, 1, 8);
    }

    [Fact]
    public async Task shows_each_tenant_its_own_over_connections_that_all_share()
    {
        var tenants = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Workspace.Open(system)));
        foreach (var tenant in tenants)
            await LiveSystem.Until(
                TimeSpan.FromSeconds(60),
                async () =>
                    (await system.Query(tenant.Token, "{ campaigns { nodes { id } } }"))["campaigns"]!["nodes"]!.AsArray().FirstOrDefault()
            );

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 240)
                .Select(async i =>
                {
                    var own = tenants[i % tenants.Length];
                    var other = tenants[(i + 1) % tenants.Length];
                    var seen = await system.Query(
                        own.Token,
                        "query($mine: ID!, $theirs: ID!) { mine: campaign(id: $mine) { id } theirs: campaign(id: $theirs) { id } campaigns { nodes { id } } }",
                        new() { ["mine"] = own.Campaign, ["theirs"] = other.Campaign }
                    );
                    return (own, seen);
                })
        );

        Assert.All(
            answers,
            answer =>
            {
                Assert.Equal(answer.own.Campaign, (string?)answer.seen["mine"]!["id"]);
                Assert.Null(answer.seen["theirs"]);
                Assert.Equal(answer.own.Campaign, (string?)Assert.Single(answer.seen["campaigns"]!["nodes"]!.AsArray())!["id"]);
            }
        );
    }
}
