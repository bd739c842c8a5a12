using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Members;

/// <summary>Reads who belongs to a tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class MemberReader
{
    private readonly TenantTable<MemberRow> members;
    private readonly TenantTable<OrganizationRow> organizations;
    private readonly TenantTable<ServiceTokenUseRow> uses;

    internal MemberReader(TenantQuery query) => (members, organizations, uses) = (new(query), new(query), new(query));

    /// <summary>Those of these people whom the tenant knows, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, MemberRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<string> people,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        var rows = await members.Where(tenant, arguments => $"r.person = any ({arguments.AddTexts(people)})", "r.id", ct);
        return rows.ToDictionary(row => row.Person);
    }

    /// <summary>One page, by when they were first seen.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<MemberRow>> Page(TenantId tenant, MemberFilter filter, PageRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions().Equal("role", filter.Role).Search(filter.Search, "name", "person");
        if (filter.Left is { } left)
            conditions.All.Add(_ => left ? "r.left_at is not null" : "r.left_at is null");
        return members.Page(tenant, conditions, RowOrder.ByTime("first_seen_at", Direction.Ascending), request, ct);
    }

    /// <summary>What the tenant is called; null when nobody said.</summary>
    public async Task<string?> NameOf(TenantId tenant, CancellationToken ct = default) =>
        (await organizations.Where(tenant, _ => "true", "r.tenant", ct)).SingleOrDefault()?.Name;

    /// <summary>When each of the tenant's service tokens was last shown, UTC.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> TokenUses(TenantId tenant, CancellationToken ct = default) =>
        (await uses.Where(tenant, _ => "true", "r.id", ct)).ToDictionary(row => row.Id, row => row.UsedAt);
}
