using Campaigns.Api.Auth;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Campaigns.Grains.History;

namespace Campaigns.Api.History;

/// <summary>How things were: however often one request asks for the same moment of the same thing, its stream is folded once.</summary>
/// <param name="caller">From the verified token.</param>
/// <param name="grains">Where the log is read.</param>
public sealed class Pasts(Caller caller, IGrainFactory grains)
{
    /// <summary>What one costs in fields: a stream is read from its beginning.</summary>
    internal const double Cost = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(Guid, Moment), Task<AsOf<Campaign.Open>?>> campaigns = [];
    private readonly Dictionary<Moment, Task<AsOf<Tenant>>> settings = [];

    internal TenantId Tenant => caller.Require(Permission.View).Tenant;

    internal Task<AsOf<Campaign.Open>?> Campaign(Guid id, Moment until, CancellationToken ct) =>
        Once(campaigns, (id, until), () => grains.History(Tenant).Campaign(new CampaignId(id), until, ct));

    internal Task<AsOf<Tenant>> Settings(Moment until, CancellationToken ct) =>
        Once(settings, until, () => grains.History(Tenant).Settings(until, ct));

    private Task<T> Once<TKey, T>(Dictionary<TKey, Task<T>> asked, TKey key, Func<Task<T>> ask)
        where TKey : notnull
    {
        lock (gate)
        {
            if (!asked.TryGetValue(key, out var known))
                asked.Add(key, known = ask());
            return known;
        }
    }
}
