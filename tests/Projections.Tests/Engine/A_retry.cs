using Campaigns.EventStore;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Tenants;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

public sealed class A_retry(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public Task leaves_publications_as_if_nothing_had_ever_been_parked() => LeavesNoTrace(new PublicationsProjection());

    [Fact]
    public Task leaves_settings_as_if_nothing_had_ever_been_parked() => LeavesNoTrace(new TenantsProjection());

    [Fact]
    public async Task that_fails_again_keeps_the_event_parked_and_nobody_else_waits()
    {
        var projection = new CampaignsProjection();
        var events = Counted.Campaigns("first");
        var broken = Build.First(
            new RowProjection<Guid, CampaignRow>(new Brittle<Guid, CampaignRow>(projection, recorded => recorded.Event is Created))
        );
        await Empty(projection);
        await new SqlBatch(database.Silo, [broken], TimeProvider.System).Apply(LogPosition.Start, events, default);
        Assert.Equal(1, await Asked(projection.Name));

        var retry = new ParkedRetry(database.Silo, new HistoryLog(events), TimeProvider.System, NullLogger.Instance);
        await retry.Try(broken with { Position = events[^1].Position }, events[0].Stream, default);

        Assert.Equal(1L, await Parked(projection.Name));
        Assert.Empty(await ParkedEvents.Asked(database.Silo, [projection.Name], default)); // asked for once, tried once
    }

    [Fact]
    public async Task replaces_a_row_that_nobody_can_read()
    {
        var projection = new CampaignsProjection();
        var events = Counted.Campaigns("first", "second");
        var build = Build.First(new RowProjection<Guid, CampaignRow>(projection));
        await Empty(projection);
        var batch = new SqlBatch(database.Silo, [build], TimeProvider.System);
        await batch.Apply(LogPosition.Start, [events[0]], default);
        await database.Silo.Run("update read.campaigns set writing = 'by_a_newer_program'");
        await batch.Apply(events[0].Position, [events[1]], default);
        Assert.Equal(1, await Asked(projection.Name));

        var retry = new ParkedRetry(database.Silo, new HistoryLog(events), TimeProvider.System, NullLogger.Instance);
        await retry.Try(build with { Position = events[^1].Position }, events[0].Stream, default);

        Assert.Equal(0L, await Parked(projection.Name));
        Assert.Equal(Rows.Canonical(Rows.From(projection, events)), Rows.Canonical(await Rows.In<CampaignRow>(database.Silo)));
    }

    [Fact]
    public async Task takes_in_the_others_when_the_database_refuses_one()
    {
        var projection = new CampaignsProjection();
        var events = Given.Recorded(
            StreamName.Of("campaign", Given.Club, Given.Campaign().Value),
            new Created("first", "brief", null),
            new Renamed("second"),
            new Renamed("Postgres has no \0"),
            new BriefChanged("shorter")
        );
        var broken = Build.First(new RowProjection<Guid, CampaignRow>(new Brittle<Guid, CampaignRow>(projection, _ => true)));
        await Empty(projection);
        await new SqlBatch(database.Silo, [broken], TimeProvider.System).Apply(LogPosition.Start, events, default);
        Assert.Equal(4, await Asked(projection.Name));

        var mended = Build.First(new RowProjection<Guid, CampaignRow>(projection));
        var retry = new ParkedRetry(database.Silo, new HistoryLog(events), TimeProvider.System, NullLogger.Instance);
        await retry.Try(mended, events[0].Stream, default);

        Assert.Equal(3L, await database.Silo.Ask("select position from read.parked where projection = $1", projection.Name));
        var readable = Rows.From(projection, [events[0], events[1], events[3]]);
        Assert.Equal(Rows.Canonical(readable), Rows.Canonical(await Rows.In<CampaignRow>(database.Silo)));
    }

    [Fact]
    public async Task that_cannot_be_made_is_over_and_says_why()
    {
        var projection = new CampaignsProjection();
        var events = Counted.Campaigns("first");
        var broken = Build.First(new RowProjection<Guid, CampaignRow>(new Brittle<Guid, CampaignRow>(projection, _ => true)));
        await Empty(projection);
        await new SqlBatch(database.Silo, [broken], TimeProvider.System).Apply(LogPosition.Start, events, default);
        Assert.Equal(1, await Asked(projection.Name));

        var retry = new ParkedRetry(database.Silo, new LostLog(), TimeProvider.System, NullLogger.Instance);
        await retry.Try(broken, events[0].Stream, default);

        Assert.Empty(await ParkedEvents.Asked(database.Silo, [projection.Name], default));
        var reason = (string?)await database.Silo.Ask("select reason from read.parked where projection = $1", projection.Name);
        Assert.StartsWith(nameof(EventStoreUnavailableException), reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_done_by_the_runner_when_an_operator_asks_through_the_api()
    {
        var stream = StreamName.Of("campaign", Given.Bakery, Given.Campaign(9).Value);
        await Empty(new CampaignsProjection()); // whatever ran before
        await database.Append(stream, new Created("Bread", "brief", null), new Renamed("Cake"));
        await using var running = await database.Run();
        await Eventually.True(async () => (string?)await Name() is "Cake");

        // As a program left it that could not read the first event.
        await database.Superuser.Run("delete from read.campaigns where tenant = 'user_bakery'");
        await database.Superuser.Run(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at)
            values ('campaigns.v1', 1, $1, 'user_bakery', 'campaign.created.v1', 'It broke.', now())
            """,
            stream.Value
        );
        var operations = database.Services.GetRequiredService<OperationsReader>();
        var parked = Assert.Single(await operations.Parked("campaigns.v1", 10));
        Assert.Equal((stream.Value, "campaign.created.v1", "It broke."), (parked.Stream, parked.Event, parked.Reason));
        Assert.Equal(0L, await database.Api.Ask("select count(*) from read.parked")); // who is no operator sees none

        Assert.Equal(1, await operations.Retry("campaigns.v1"));
        await Eventually.True(async () => (await operations.Parked("campaigns.v1", 10)).Count == 0);
        Assert.Equal("Cake", await Name());
        Assert.Equal(0, (await operations.Builds()).Sum(build => build.Parked));

        Task<object?> Name() => database.Silo.Ask("select name from read.campaigns where tenant = 'user_bakery'");
    }

    /// <summary>Any history, some of its events unbearable at first: batch by batch, then mended and tried again; beside the same in one go.</summary>
    private Task LeavesNoTrace<TId, TRow>(IRowProjection<TId, TRow> projection)
        where TId : notnull
        where TRow : class =>
        Gen.Select(Arbitrary.History, Gen.Int[1, 50], Gen.Int[2, 5])
            .SampleAsync(
                async (history, size, every) =>
                {
                    await Empty(projection);
                    var brittle = new Brittle<TId, TRow>(projection, recorded => StoredPosition.ToColumn(recorded.Position) % every == 0);
                    var batch = new SqlBatch(database.Silo, [Build.First(new RowProjection<TId, TRow>(brittle))], TimeProvider.System);
                    var position = LogPosition.Start;
                    foreach (var chunk in history.Chunk(size))
                    {
                        await batch.Apply(position, chunk, default);
                        position = chunk[^1].Position;
                    }

                    await Asked(projection.Name);
                    var mended = Build.First(new RowProjection<TId, TRow>(projection)) with { Position = position };
                    var retry = new ParkedRetry(database.Silo, new HistoryLog(history), TimeProvider.System, NullLogger.Instance);
                    foreach (var (_, _, stream) in await ParkedEvents.Asked(database.Silo, [projection.Name], default))
                        await retry.Try(mended, stream, default);

                    Assert.Equal(0L, await Parked(projection.Name));
                    Assert.Equal(Rows.Canonical(Rows.From(projection, history)), Rows.Canonical(await Rows.In<TRow>(database.Silo)));
                },
                iter: 15,
                threads: 1
            );

    private async Task Empty<TId, TRow>(IRowProjection<TId, TRow> projection)
        where TId : notnull
        where TRow : class
    {
        await database.Silo.Run($"delete from {new RowProjection<TId, TRow>(projection).Table}");
        await database.Silo.Run("delete from read.parked");
        await database.Silo.Run("delete from read.checkpoint where projection = $1", projection.Name);
        await Checkpoints.Begin(database.Silo, null, [projection.Name], default);
    }

    private Task<int> Asked(string projection) => database.Services.GetRequiredService<ProjectionBuilds>().Retry(projection);

    private async Task<long> Parked(string projection) =>
        (long)(await database.Silo.Ask("select count(*) from read.parked where projection = $1", projection))!;
}
