using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Campaigns;

/// <summary>Reads items of campaigns as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class ItemReader
{
    private readonly TenantTable<ItemRow> table;

    internal ItemReader(TenantQuery query) => table = new(query);

    /// <summary>An item; null when the tenant has none of this id.</summary>
    public Task<ItemRow?> Find(TenantId tenant, ItemId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these items that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, ItemRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>All items of these campaigns, by campaign, in the order they were added.</summary>
    public async Task<ILookup<Guid, ItemRow>> OfCampaigns(
        TenantId tenant,
        IReadOnlyCollection<Guid> campaigns,
        CancellationToken ct = default
    )
    {
        var items = await table.Where(tenant, a => $"r.campaign = any ({a.Add(campaigns)})", "r.campaign, r.ordinal, r.id", ct);
        return items.ToLookup(item => item.Campaign);
    }

    /// <summary>One page of items.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<ItemRow>> Page(
        TenantId tenant,
        ItemFilter filter,
        ItemOrder order,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Equal("campaign", filter.Campaign)
            .OneOf("review", filter.Review)
            .OneOf("picture", filter.Picture)
            .OneOf("platform", filter.Platform)
            .Search(filter.Search, "caption");
        return table.Page(tenant, conditions, Ordered(order, direction), request, ct);
    }

    private static RowOrder Ordered(ItemOrder order, Direction direction) =>
        order switch
        {
            ItemOrder.UpdatedAt => RowOrder.ByTime("updated_at", direction),
            _ => new("ordinal", "r.ordinal", typeof(long), direction),
        };
}
