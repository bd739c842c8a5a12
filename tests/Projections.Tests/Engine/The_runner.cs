using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

public sealed class The_runner(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task takes_in_what_was_and_what_comes()
    {
        var counted = new Counted(database.Silo);
        await Happen(3);
        using var runner = await Started(counted);
        await CaughtUp(counted);

        await Happen(2);
        await CaughtUp(counted);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task counts_each_event_once_beside_a_second_runner()
    {
        var counted = new Counted(database.Silo);
        using var first = await Started(counted);
        using var second = await Started(counted);
        for (var i = 0; i < 30; i++)
            await Happen(5);
        await CaughtUp(counted);

        // Whichever was at work is gone; the other one sees it.
        await first.StopAsync(default);
        await Happen(5);
        await CaughtUp(counted);
        await second.StopAsync(default);
    }

    [Fact]
    public async Task goes_on_when_its_connections_were_cut()
    {
        var counted = new Counted(database.Silo);
        using var runner = await Started(counted);
        for (var i = 0; i < 10; i++)
        {
            await Happen(20);
            await database.Superuser.Run(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'campaigns_silo' and datname = current_database()"
            );
        }
        await CaughtUp(counted);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task lets_a_new_projection_catch_up_beside_the_others()
    {
        var old = new Counted(database.Silo);
        await Happen(10);
        using (var runner = await Started(old))
        {
            await CaughtUp(old);
            await runner.StopAsync(default);
        }

        var fresh = new Counted(database.Silo);
        using var both = await Started(old, fresh);
        await CaughtUp(fresh);
        await Happen(3);
        await CaughtUp(old);
        await CaughtUp(fresh);
        await both.StopAsync(default);
    }

    [Fact]
    public async Task folds_anew_what_is_to_be_rebuilt()
    {
        var campaign = StreamName.Of("campaign", Given.Bakery, Given.Campaign(7).Value);
        await database.Append(campaign, new Created("Bread", "brief", null), new Renamed("Bread and butter"));
        await using var running = await database.Run();
        await Eventually.True(async () => await Name() is "Bread and butter");

        await database.Superuser.Run("update read.campaigns set name = 'spoiled'");
        await database.Services.GetRequiredService<ProjectionBuilds>().Rebuild(ReadModels.Campaigns);
        await Eventually.True(async () => await Name() is "Bread and butter");

        await database.Append(campaign, new Renamed("Cake"));
        await Eventually.True(async () => await Name() is "Cake");

        var lag = database.Services.GetRequiredService<ProjectionLag>();
        await Eventually.True(async () => (await lag.Measure()).All(status => status.Lag == TimeSpan.Zero));
        Assert.Equal(ReadModels.All.Count, (await lag.Measure()).Count);

        async Task<string?> Name() => (string?)await database.Silo.Ask("select name from read.campaigns where tenant = 'user_bakery'");
    }

    [Fact]
    public async Task lets_nobody_wait_while_a_stream_is_tried_again()
    {
        var counted = new Counted(database.Silo);
        var reading = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var log = new LostLog(
            database.Events,
            async ct =>
            {
                reading.TrySetResult();
                await end.Task.WaitAsync(ct);
            }
        );
        using var runner = await Started(log, counted);
        await CaughtUp(counted);
        await database.Silo.Run(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at, retry_asked_at)
            values ($1, 1, 'campaign-org_club/00000065-0000-7000-8000-000000000001', 'org_club', 'campaign.created.v1', '', now(), now())
            """,
            counted.Name
        );
        await reading.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await Happen(3);
        await CaughtUp(counted);
        end.SetResult();
        await Eventually.True(async () =>
            await database.Silo.Ask("select retry_asked_at from read.parked where projection = $1", counted.Name) is DBNull
        );
        await Happen(2);
        await CaughtUp(counted);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task tails_the_log_in_postgres()
    {
        await using var services = new ServiceCollection().AddPostgresEventStore(_ => database.Silo).BuildServiceProvider();
        var log = services.GetRequiredService<IEventStore>();
        var counted = new Counted(database.Silo);
        using var runner = await Started(log, counted);

        var streams = Enumerable.Range(1, 20).Select(n => StreamName.Of("campaign", Given.Club, Given.Campaign(n).Value)).ToList();
        for (var version = 0; version < 10; version++)
            await Task.WhenAll(streams.Select(stream => log.Append(stream, version, [Given.New(new Renamed($"Name {version}"))])));
        await Eventually.True(async () => await counted.Count() == 200);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task shows_how_far_it_is_behind()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await Happen(1);
        var lag = new ProjectionLag(database.Events, database.Silo, [counted.Projection], TimeProvider.System);
        var behind = Assert.Single(await lag.Measure());
        Assert.Equal(LogPosition.Start, behind.Position);
        Assert.Equal(await database.Events.Head(), behind.Head);
        Assert.NotEqual(LogPosition.Start, behind.Head);
        Assert.Equal(0, behind.Parked);
    }

    private Task<Appended> Happen(int times) =>
        database.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign().Value),
            [.. Enumerable.Range(0, times).Select(n => new Renamed($"Name {n}"))]
        );

    private Task<ProjectionRunner> Started(params Counted[] counted) => Started(database.Events, counted);

    private async Task<ProjectionRunner> Started(IEventStore log, params Counted[] counted)
    {
        var runner = new ProjectionRunner(
            log,
            database.Silo,
            counted.Select(one => one.Projection),
            TimeProvider.System,
            NullLogger<ProjectionRunner>.Instance
        );
        await runner.StartAsync(default);
        return runner;
    }

    private async Task CaughtUp(Counted counted)
    {
        var head = StoredPosition.ToColumn(await database.Events.Head());
        await Eventually.True(async () => await Standing(counted) is { } at && at == head);
        var happened = await database.Events.ReadAll(LogPosition.Start).CountAsync(recorded => recorded.Stream.Tenant == Given.Club);
        Assert.Equal(happened, await counted.Count());
    }

    private async Task<long?> Standing(Counted counted)
    {
        try
        {
            return (long?)await database.Silo.Ask("select position from read.checkpoint where projection = $1", counted.Name);
        }
        catch (Npgsql.NpgsqlException)
        {
            return null; // this connection was cut as well
        }
    }
}
