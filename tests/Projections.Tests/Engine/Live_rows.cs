using Campaigns.EventStore;
using Campaigns.Harness;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Ledgers;
using Campaigns.Projections.Media;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Tenants;
using CsCheck;
using Npgsql;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>Rows that went through the database batch by batch, beside the same events folded at once without one.</summary>
public sealed class Live_rows(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const int Histories = 30;

    [Fact]
    public Task equal_rebuilt_campaigns() => EqualRebuilt(new CampaignsProjection());

    [Fact]
    public Task equal_rebuilt_items() => EqualRebuilt(new ItemsProjection());

    [Fact]
    public Task equal_rebuilt_publications() => EqualRebuilt(new PublicationsProjection());

    [Fact]
    public Task equal_a_rebuilt_calendar() => EqualRebuilt(new CalendarProjection());

    [Fact]
    public Task equal_rebuilt_due_rows() => EqualRebuilt(new DueProjection());

    [Fact]
    public Task equal_rebuilt_accounts() => EqualRebuilt(new AccountsProjection());

    [Fact]
    public Task equal_rebuilt_brands() => EqualRebuilt(new BrandsProjection());

    [Fact]
    public Task equal_rebuilt_tenants() => EqualRebuilt(new TenantsProjection());

    [Fact]
    public Task equal_rebuilt_generations() => EqualRebuilt(new GenerationsProjection());

    [Fact]
    public Task equal_a_rebuilt_history() => EqualRebuilt(new HistoryProjection());

    [Fact]
    public Task equal_rebuilt_calls() => EqualRebuilt(new AttemptsProjection());

    [Fact]
    public Task equal_rebuilt_sums_of_calls() => EqualRebuilt(new UsageDaysProjection());

    [Fact]
    public Task equal_a_rebuilt_gallery() => EqualRebuilt(new MediaProjection());

    [Fact]
    public Task equal_rebuilt_holders_of_files() => EqualRebuilt(new MediaHoldersProjection());

    private async Task EqualRebuilt<TId, TRow>(IRowProjection<TId, TRow> projection)
        where TId : notnull
        where TRow : class
    {
        await using var source = NpgsqlDataSource.Create(database.SiloConnectionString);
        var table = new RowProjection<TId, TRow>(projection);
        await Gen.Select(Arbitrary.History, Gen.Int[1, 50])
            .SampleAsync(
                async (history, size) =>
                {
                    await Empty(source, table);
                    await ApplyInBatches(source, table, history, size);
                    Assert.Equal(Rows.Canonical(Rows.From(projection, history)), Rows.Canonical(await Rows.In<TRow>(source)));
                    Assert.Equal(0L, await source.Ask("select count(*) from read.parked where projection = $1", table.Name));
                },
                iter: Histories,
                threads: 1
            );
    }

    private static async Task Empty<TId, TRow>(NpgsqlDataSource source, RowProjection<TId, TRow> projection)
        where TId : notnull
        where TRow : class
    {
        await source.Run($"delete from {projection.Table}");
        await source.Run("delete from read.checkpoint where projection = $1", projection.Name);
        await Checkpoints.Begin(source, null, [projection.Name], default);
    }

    private static async Task ApplyInBatches<TId, TRow>(
        NpgsqlDataSource source,
        RowProjection<TId, TRow> projection,
        IReadOnlyList<RecordedEvent> history,
        int size
    )
        where TId : notnull
        where TRow : class
    {
        var batch = new SqlBatch(source, [Build.First(projection)], TimeProvider.System);
        var position = LogPosition.Start;
        foreach (var chunk in history.Chunk(size))
        {
            await batch.Apply(position, chunk, default);
            position = chunk[^1].Position;
        }
    }
}
