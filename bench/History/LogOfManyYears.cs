using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Bench.History;

/// <summary>An event and where it goes.</summary>
internal readonly record struct Entry(StreamName Stream, long Version, NewEvent Event);

/// <summary>
/// What many tenants would have done in years: campaigns written, illustrated, edited, approved, scheduled and published, many of them at
/// a time, with every kind of event there is. The same length always gives the same log.
/// </summary>
internal sealed class LogOfManyYears
{
    private const int CampaignsAtATime = 200;
    private const int Tenants = 500;

    private readonly Dictionary<StreamName, long> versions = [];
    private long made;

    /// <summary>So many events in the order of the log.</summary>
    public IEnumerable<Entry> Events(int count)
    {
        var campaign = 0;
        var lives = new List<IEnumerator<(StreamName Stream, DomainEvent Event, ActorId By)>>();
        for (var next = 0; count > 0; next++)
        {
            if (lives.Count < CampaignsAtATime)
                lives.Add(new CampaignLife(TenantOf(campaign), campaign++).Events().GetEnumerator());
            var life = lives[next % lives.Count];
            if (!life.MoveNext())
            {
                lives.Remove(life);
                continue;
            }
            yield return Record(life.Current.Stream, life.Current.Event, life.Current.By);
            count--;
        }
    }

    private static TenantId TenantOf(int campaign) => TenantId.Parse($"org_2fGhK9sLmNpQrStUv{campaign % Tenants:D4}");

    private Entry Record(StreamName stream, DomainEvent happened, ActorId by)
    {
        var at = CampaignLife.Epoch.AddSeconds(++made);
        var id = Guid.CreateVersion7(at);
        var version = versions.GetValueOrDefault(stream) + 1;
        versions[stream] = version;
        var isPersons = by != ActorId.Publisher && by != ActorId.Generator;
        var metadata = isPersons
            ? new EventMetadata(by, at, CommandId.Parse(id.ToString()), "q1nD0cVvOB3kDq9Gx0m1r4yqPqfQ0nGv1aFh3k2m5sE")
            : new EventMetadata(by, at);
        return new(stream, version, new(id, happened, metadata));
    }
}
