using Campaigns.EventStore;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Tenants;
using CsCheck;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>All projections over one log: one build live, in batches as they came, the other beside it in one go.</summary>
public sealed class Two_builds(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public Task hold_the_same_rows() =>
        Gen.Select(Arbitrary.History, Gen.Int[1, 50].Array[1, 8])
            .SampleAsync(
                async (history, sizes) =>
                {
                    await StartAgain();
                    var position = LogPosition.Start;
                    var live = Of(BuildState.Live, "a");
                    for (var (done, turn) = (0, 0); done < history.Count; turn++)
                    {
                        var chunk = history.Skip(done).Take(sizes[turn % sizes.Length]).ToList();
                        await new SqlBatch(database.Silo, live, TimeProvider.System).Apply(position, chunk, default);
                        position = chunk[^1].Position;
                        done += chunk.Count;
                    }
                    var beside = Of(BuildState.Building, "b");
                    await new SqlBatch(database.Silo, beside, TimeProvider.System).Apply(LogPosition.Start, history, default);

                    await Same<TenantRow>();
                    await Same<BrandRow>();
                    await Same<AccountRow>();
                    await Same<CampaignRow>();
                    await Same<ItemRow>();
                    await Same<PublicationRow>();
                    await Same<CalendarRow>();
                    await Same<DueRow>();
                    await Same<GenerationRow>();
                    await Same<HistoryRow>();
                },
                iter: 10,
                threads: 1
            );

    private async Task StartAgain()
    {
        await database.Silo.Run("update read.checkpoint set position = 0");
        foreach (var projection in database.Projections)
        {
            await database.Silo.Run($"truncate {projection.Table}_a");
            Assert.Equal(Started.Begun, await BuildStart.Try(database.Silo, null, projection, StartOf.Newest, default));
        }
    }

    private IReadOnlyList<Build> Of(BuildState state, string slot) =>
        [.. database.Projections.Select(projection => new Build(projection, slot, state, LogPosition.Start))];

    private async Task Same<TRow>() =>
        Assert.Equal(Rows.Canonical(await Rows.In<TRow>(database.Silo, "_a")), Rows.Canonical(await Rows.In<TRow>(database.Silo, "_b")));
}
