using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Publications;

/// <summary>Reads the publish ledger as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class PublicationReader
{
    // From a week back: nothing stays due for longer.
    private const string Loads = """
        select account,
          (count(*) filter (where status in ('scheduled', 'publishing') and due_at < $3))::int,
          (count(*) filter (where live_at > $4))::int
        from read.publications
        where tenant = $1 and account = any ($2) and due_at > $5 and due_at < $3
        group by account
        """;

    private readonly TenantQuery query;
    private readonly TenantTable<PublicationRow> table;

    internal PublicationReader(TenantQuery query) => (this.query, table) = (query, new(query));

    /// <summary>A publication; null when the tenant has none of this id.</summary>
    public Task<PublicationRow?> Find(TenantId tenant, PublicationId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these publications that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PublicationRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>All publications of these items, by item, the earliest due first.</summary>
    public async Task<ILookup<Guid, PublicationRow>> OfItems(
        TenantId tenant,
        IReadOnlyCollection<Guid> items,
        CancellationToken ct = default
    )
    {
        var publications = await table.Where(tenant, a => $"r.item = any ({a.Add(items)})", "r.due_at, r.id", ct);
        return publications.ToLookup(publication => publication.Item);
    }

    /// <summary>What these accounts have before them, by account; none where there is nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccountLoad>> LoadsOf(
        TenantId tenant,
        IReadOnlyCollection<Guid> accounts,
        DateTimeOffset now,
        CancellationToken ct = default
    )
    {
        var arguments = new Arguments(tenant);
        arguments.Add(accounts);
        arguments.Add(now.AddDays(1));
        arguments.Add(now.AddDays(-1));
        arguments.Add(now.AddDays(-8));
        var loads = await query.Rows(
            tenant,
            Loads,
            arguments,
            reader => KeyValuePair.Create(reader.GetGuid(0), new AccountLoad(reader.GetInt32(1), reader.GetInt32(2))),
            ct
        );
        return new Dictionary<Guid, AccountLoad>(loads);
    }

    /// <summary>One page of publications.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<PublicationRow>> Page(
        TenantId tenant,
        PublicationFilter filter,
        PublicationOrder order,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        return table.Page(tenant, Meeting(filter), Ordered(order, direction), request, ct);
    }

    /// <summary>The calendar's rows have the same columns.</summary>
    internal static Conditions Meeting(PublicationFilter filter) =>
        new Conditions()
            .OneOf("status", filter.Status)
            .Equal("campaign", filter.Campaign)
            .Equal("item", filter.Item)
            .Equal("account", filter.Account)
            .Between("due_at", filter.DueFrom, filter.DueTo)
            .Search(filter.Search, "caption");

    internal static RowOrder Ordered(PublicationOrder order, Direction direction) =>
        RowOrder.ByTime(order is PublicationOrder.UpdatedAt ? "updated_at" : "due_at", direction);
}
