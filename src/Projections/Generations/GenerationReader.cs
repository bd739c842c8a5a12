using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Generations;

/// <summary>Reads AI jobs as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class GenerationReader
{
    private readonly TenantTable<GenerationRow> table;

    internal GenerationReader(TenantQuery query) => table = new(query);

    /// <summary>An AI job; null when the tenant has none of this id.</summary>
    public Task<GenerationRow?> Find(TenantId tenant, GenerationId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these AI jobs that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, GenerationRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>One page of AI jobs, by when they were asked for.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<GenerationRow>> Page(
        TenantId tenant,
        GenerationFilter filter,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Equal("campaign", filter.Campaign)
            .Equal("item", filter.Item)
            .OneOf("kind", filter.Kind)
            .OneOf("state", filter.State);
        return table.Page(tenant, conditions, RowOrder.ByTime("requested_at", direction), request, ct);
    }
}

/// <summary>Which AI jobs to list; what is null does not matter.</summary>
/// <param name="Campaign">For this campaign.</param>
/// <param name="Item">For this item.</param>
/// <param name="Kind">That make this.</param>
/// <param name="State">That stand so.</param>
public sealed record GenerationFilter(
    Guid? Campaign = null,
    Guid? Item = null,
    IReadOnlyCollection<GenerationKind>? Kind = null,
    IReadOnlyCollection<GenerationState>? State = null
);
