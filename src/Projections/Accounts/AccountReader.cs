using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Accounts;

/// <summary>Reads connected accounts as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class AccountReader
{
    private readonly TenantTable<AccountRow> table;

    internal AccountReader(TenantQuery query) => table = new(query);

    /// <summary>An account; null when the tenant has none of this id.</summary>
    public Task<AccountRow?> Find(TenantId tenant, AccountId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these accounts that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccountRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>One page of accounts, in the order they were first connected.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="states">Only those that stand so; null for all.</param>
    /// <param name="request">Which page.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<AccountRow>> Page(
        TenantId tenant,
        IReadOnlyCollection<AccountState>? states,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = RowOrder.ByTime("connected_at", Direction.Ascending);
        return table.Page(tenant, new Conditions().OneOf("state", states), order, request, ct);
    }
}
