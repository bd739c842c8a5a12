using System.Text.Json;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Campaigns.Projections.History;
using Campaigns.Projections.Tenants;

namespace Campaigns.Projections.Tests.Engine;

public sealed class An_event_that_cannot_be_taken_in(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task is_parked_and_the_others_go_on()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await counted.Batch.Apply(LogPosition.Start, Counted.Campaigns("a", CountProjection.Poison, "b"), default);

        Assert.Equal(2, await counted.Count()); // not even the row that it did not break
        Assert.Equal(3, await counted.Checkpoint());
        var parked = await database.Silo.Ask(
            "select position || ' ' || stream || ' ' || tenant || ' ' || event || ' ' || reason from read.parked where projection = $1",
            counted.Name
        );
        Assert.Equal($"2 campaign-org_club/{Given.Campaign()} org_club campaign.created.v1 InvalidOperationException", parked);
    }

    [Fact]
    public async Task is_parked_when_nobody_can_read_it()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var stream = StreamName.Of("campaign", Given.Club, Given.Campaign().Value);
        await counted.Batch.Apply(
            LogPosition.Start,
            Given.Recorded(stream, new UnreadableEvent("No event is known under the name.")),
            default
        );

        Assert.Equal(1, await counted.Checkpoint());
        Assert.Equal(1, await counted.Parked());
    }

    [Fact]
    public async Task is_parked_when_the_database_refuses_its_row()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var names = Enumerable.Range(0, 20).Select(n => n == 19 ? "Postgres has no \0" : "fine").ToArray();
        await counted.Batch.Apply(LogPosition.Start, Counted.Campaigns(names), default);

        Assert.Equal(19, await counted.Count());
        Assert.Equal(20, await counted.Checkpoint());
        Assert.Equal(1, await counted.Parked());
    }

    [Fact]
    public async Task is_parked_by_those_projections_only_that_cannot()
    {
        var broken = await new Counted(database.Silo).AtStart();
        var events = Counted.Campaigns("Postgres has no \0");
        var history = new RowProjection<long, HistoryRow>(new HistoryWithoutData());
        await Checkpoints.Begin(database.Silo, null, [history.Name], default);
        var batch = new SqlBatch(database.Silo, [broken.Build, Build.First(history)], TimeProvider.System);

        await batch.Apply(LogPosition.Start, events, default);

        Assert.Equal(1, await broken.Parked());
        Assert.Equal(0, await broken.Count());
        Assert.Equal(1L, await database.Silo.Ask("select count(*) from read.history where name = 'campaign.created.v1'"));
        Assert.Equal(0L, await database.Silo.Ask("select count(*) from read.parked where projection = $1", history.Name));
    }

    [Fact]
    public async Task is_parked_when_the_row_it_meets_says_what_nobody_knows()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var beside = await new Counted(database.Silo).AtStart();
        var batch = new SqlBatch(database.Silo, [counted.Build, beside.Build], TimeProvider.System);
        var events = Counted.Campaigns("a", "b", "c");
        await batch.Apply(LogPosition.Start, [events[0]], default);
        await database.Silo.Run("update read.tenants set approval_policy = 'by_a_newer_program' where id = $1", counted.Name);

        await batch.Apply(events[0].Position, [events[1], events[2]], default);

        Assert.Equal((3, 2), (await counted.Checkpoint(), await counted.Parked()));
        Assert.Equal((3, 0), (await beside.Count(), await beside.Parked()));
    }

    [Fact]
    public async Task is_parked_when_no_column_can_hold_its_row()
    {
        var beside = await new Counted(database.Silo).AtStart();
        var misplaced = new RowProjection<string, TenantRow>(new Misplaced("misplaced.v1"));
        await Checkpoints.Begin(database.Silo, null, [misplaced.Name], default);
        var batch = new SqlBatch(database.Silo, [Build.First(misplaced), beside.Build], TimeProvider.System);

        await batch.Apply(LogPosition.Start, Counted.Campaigns("a", "b", Misplaced.Nowhere), default);

        Assert.Equal((3, 0), (await beside.Count(), await beside.Parked()));
        Assert.Equal(1L, await database.Silo.Ask("select count(*) from read.parked where projection = $1", misplaced.Name));
        Assert.Equal("2", await database.Silo.Ask("select zone from read.tenants where id = $1", misplaced.Name));
    }

    /// <summary>Counts, and for one name says a place in the log that is none.</summary>
    private sealed class Misplaced(string name) : IRowProjection<string, TenantRow>
    {
        public const string Nowhere = "nowhere";

        private readonly CountProjection counting = new(name);

        public string Name => name;

        public IReadOnlyCollection<string> Categories => counting.Categories;

        public IEnumerable<string> KeysOf(RecordedEvent recorded) => [name];

        public TenantRow? Fold(string id, TenantRow? row, RecordedEvent recorded) =>
            counting.Fold(id, row, recorded) is { HeldReason: Nowhere } lost
                ? lost with
                {
                    LastPosition = Nowhere,
                }
                : counting.Fold(id, row, recorded);
    }

    /// <summary>Rows of history that any database takes.</summary>
    private sealed class HistoryWithoutData : IRowProjection<long, HistoryRow>
    {
        private readonly HistoryProjection history = new();

        public string Name => "plain_history.v1";

        public IReadOnlyCollection<string> Categories => [];

        public IEnumerable<long> KeysOf(RecordedEvent recorded) => history.KeysOf(recorded);

        public HistoryRow? Fold(long id, HistoryRow? row, RecordedEvent recorded) =>
            history.Fold(id, row, recorded)! with
            {
                Summary = "",
                Data = JsonSerializer.SerializeToElement(0),
            };
    }
}
