using Campaigns.EventStore;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

public sealed class A_rebuild(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    private const string Name = ReadModels.Campaigns;

    private ProjectionBuilds Builds => database.Services.GetRequiredService<ProjectionBuilds>();

    [Fact]
    public async Task grows_beside_what_is_read_takes_its_place_and_leaves_a_way_back()
    {
        var stream = StreamName.Of("campaign", Given.Bakery, Given.Campaign(Random.Shared.Next()).Value);
        await database.Append(stream, new Created("Bread", "brief", null));
        await database.Project();
        var before = await Live();

        // Nobody runs yet: what is read stays whole, and says who is who.
        await Builds.Rebuild(Name);
        Assert.Contains("Bread", await Names(""));
        Assert.Empty(await Names("_" + Other(before)));
        Assert.Contains(await Builds.Standing(), build => build is { Name: Name, State: "building", Position: 0 });
        Assert.False(await Builds.HasRunner());

        await using var running = await database.Run();
        await Eventually.True(async () => await Live() == Other(before));
        Assert.True(await Builds.HasRunner());
        await database.Append(stream, new Renamed("Cake"));
        await Eventually.True(async () => (await Names("")).Contains("Cake"));
        Assert.Contains("Bread", await Names("_" + before)); // kept as it was

        await Builds.Back(Name);
        await Eventually.True(async () => await Live() == before);
        Assert.Contains("Cake", await Names("")); // it caught up before it was read again
        Assert.Equal(ReadModels.All.Count, (await Builds.Standing()).Count(build => build.State == "live"));
    }

    [Fact]
    public async Task keeps_every_tenants_rows_to_itself_whichever_table_is_read()
    {
        await database.Append(StreamName.Of("campaign", Given.Club, Given.Campaign(77).Value), new Created("Secret", "brief", null));
        await database.Project();
        foreach (var table in (string[])["campaigns", "campaigns_a", "campaigns_b"])
        {
            Assert.Equal(0L, await database.Api.Ask($"select count(*) from read.{table}"));
            Assert.Equal(
                0L,
                await database.Api.Ask(
                    $"select count(*) from (select set_config('app.tenant', 'user_bakery', true)) s, read.{table} where tenant = 'org_club'"
                )
            );
        }
    }

    [Fact]
    public async Task is_refused_under_a_name_that_is_none()
    {
        var refused = await Assert.ThrowsAsync<UnknownProjectionException>(() => Builds.Rebuild("calender.v1"));
        Assert.EndsWith($" {ReadModels.All[^1]}.", refused.Message, StringComparison.Ordinal); // and nothing of a parameter
        Assert.Contains("calendar.v1", refused.Known);
    }

    [Fact]
    public async Task of_a_new_version_begins_by_itself_and_is_read_once_it_is_as_far()
    {
        var old = await Started("brands.v1");
        var stream = StreamName.Of("brand", Given.Bakery, Given.Uuid(5).ToString());
        await database.Append(stream, new Domain.Brands.BrandEvent.Created(new("Padaria", "pt-PT")));
        await Eventually.True(async () => (string?)await database.Silo.Ask("select name from read.brands") is "brands.v1");
        await old.StopAsync(default);

        var fresh = await Started("brands.v2");
        await Eventually.True(async () => (string?)await database.Silo.Ask("select name from read.brands") is "brands.v2");
        await fresh.StopAsync(default);
    }

    private async Task<ProjectionRunner> Started(string version)
    {
        var runner = new ProjectionRunner(
            database.Events,
            database.Silo,
            [new RowProjection<Guid, BrandRow>(new Versioned(version))],
            TimeProvider.System,
            NullLogger<ProjectionRunner>.Instance
        );
        await runner.StartAsync(default);
        return runner;
    }

    /// <summary>Brands whose rows say which version made them.</summary>
    private sealed class Versioned(string version) : IRowProjection<Guid, BrandRow>
    {
        private readonly BrandsProjection brands = new();

        public string Name => version;

        public IReadOnlyCollection<string> Categories => brands.Categories;

        public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => brands.KeysOf(recorded);

        public BrandRow? Fold(Guid id, BrandRow? row, RecordedEvent recorded) => brands.Fold(id, row, recorded)! with { Name = version };
    }

    private async Task<string?> Live() =>
        (string?)await database.Silo.Ask("select slot from read.checkpoint where projection = $1 and state = 'live'", Name);

    private static string Other(string? slot) => slot == "a" ? "b" : "a";

    private async Task<IReadOnlyList<string>> Names(string slot) =>
        [.. (await Rows.In<CampaignRow>(database.Silo, slot)).Select(row => row.Name)];
}
