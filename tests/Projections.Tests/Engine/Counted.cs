using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Tenants;
using Npgsql;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>A counting projection under a name of its own, and what became of it.</summary>
internal sealed class Counted(NpgsqlDataSource source)
{
    private static int made;

    public string Name { get; } = $"count{Interlocked.Increment(ref made)}.v1";

    public IProjection Projection => new RowProjection<string, TenantRow>(new CountProjection(Name));

    public Build Build => Build.First(Projection);

    public SqlBatch Batch => new(source, [Build], TimeProvider.System);

    public async Task<Counted> AtStart()
    {
        await Checkpoints.Begin(source, null, [Name], default);
        return this;
    }

    /// <summary>How many events were counted for the club.</summary>
    public async Task<int> Count() =>
        int.Parse((string?)await source.Ask("select zone from read.tenants where tenant = 'org_club' and id = $1", Name) ?? "0");

    public async Task<long> Checkpoint() => (long)(await source.Ask("select position from read.checkpoint where projection = $1", Name))!;

    public async Task<long> Parked() => (long)(await source.Ask("select count(*) from read.parked where projection = $1", Name))!;

    /// <summary>Another version of a counting projection.</summary>
    public static IProjection Version(string name, int version) =>
        new RowProjection<string, TenantRow>(new CountProjection($"{ModelName.Of(name)}.v{version}"));

    public static IReadOnlyList<RecordedEvent> Campaigns(params string[] names) =>
        Given.Recorded(
            StreamName.Of("campaign", Given.Club, Given.Campaign().Value),
            [.. names.Select(name => new Created(name, "brief", null))]
        );
}
