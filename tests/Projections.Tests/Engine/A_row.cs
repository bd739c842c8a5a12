using Campaigns.EventStore;
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
using Microsoft.Extensions.Logging.Abstractions;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>A stream is all it takes to fold its rows again: a retry of what was parked rests on it.</summary>
public sealed class A_row(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public void is_touched_by_events_of_one_stream_only() =>
        Arbitrary.History.Sample(
            history =>
            {
                OfOneStream(new CampaignsProjection(), history);
                OfOneStream(new ItemsProjection(), history);
                OfOneStream(new PublicationsProjection(), history);
                OfOneStream(new CalendarProjection(), history);
                OfOneStream(new DueProjection(), history);
                OfOneStream(new AccountsProjection(), history);
                OfOneStream(new BrandsProjection(), history);
                OfOneStream(new TenantsProjection(), history);
                OfOneStream(new GenerationsProjection(), history);
                OfOneStream(new HistoryProjection(), history);
                OfOneStream(new AttemptsProjection(), history);
                OfOneStream(new UsageDaysProjection(), history);
                OfOneStream(new MediaProjection(), history);
                OfOneStream(new MediaHoldersProjection(), history);
            },
            iter: 50,
            threads: 1
        );

    [Fact]
    public async Task survives_when_another_stream_that_names_it_is_folded_afresh()
    {
        StreamName Stream(int n) => StreamName.Of("campaign", Given.Club, Given.Uuid(n).ToString());
        var item = Given.Item();
        IReadOnlyList<RecordedEvent> history =
        [
            Given.Recorded(1, Stream(1), 1, new ItemAdded(item, Given.Post("mine"))),
            Given.Recorded(2, Stream(2), 1, new ItemAdded(item, Given.Post("not yours"))),
            Given.Recorded(3, Stream(2), 2, new ItemRemoved(item)),
        ];
        var items = Build.First(new RowProjection<Guid, ItemRow>(new ItemsProjection()));
        await new SqlBatch(database.Silo, [items], TimeProvider.System).Apply(LogPosition.Start, history, default);

        var retry = new ParkedRetry(database.Silo, new HistoryLog(history), TimeProvider.System, NullLogger.Instance);
        await retry.Try(items with { Position = new(3) }, Stream(2), default);

        var kept = Assert.Single(await Rows.In<ItemRow>(database.Silo));
        Assert.Equal("mine", kept.Caption);
        Assert.Equal(Given.Uuid(1), kept.Campaign);
    }

    private static void OfOneStream<TId, TRow>(IRowProjection<TId, TRow> projection, IReadOnlyList<RecordedEvent> history)
        where TId : notnull
        where TRow : class
    {
        var rows = new Dictionary<RowKey<TId>, (TRow Row, StreamName Of)>();
        foreach (var recorded in history)
        {
            if (projection.Categories.Count > 0 && !projection.Categories.Contains(recorded.Stream.Category))
                continue;
            foreach (var id in projection.KeysOf(recorded))
            {
                var key = new RowKey<TId>(recorded.Tenant.Value, id);
                var known = rows.TryGetValue(key, out var before);
                if (known && before.Of != recorded.Stream)
                    Assert.False(projection.IsOf(before.Row, recorded), $"{recorded.Stream} changes a row of {before.Of}.");
                else if (projection.Fold(id, known ? before.Row : null, recorded) is { } row)
                    rows[key] = (row, recorded.Stream);
                else
                    rows.Remove(key);
            }
        }
    }
}
