using Campaigns.Domain.Brands;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Brands;

/// <summary>Reads brands as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class BrandReader
{
    private readonly TenantTable<BrandRow> table;

    internal BrandReader(TenantQuery query) => table = new(query);

    /// <summary>A brand; null when the tenant has none of this id.</summary>
    public Task<BrandRow?> Find(TenantId tenant, BrandId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these brands that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, BrandRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>One page of brands, in the order they were set up.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="search">Only those whose name holds this, whatever the case; null for all.</param>
    /// <param name="request">Which page.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<BrandRow>> Page(TenantId tenant, string? search, PageRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = RowOrder.ByTime("created_at", Direction.Ascending);
        return table.Page(tenant, new Conditions().Search(search, "name"), order, request, ct);
    }
}
