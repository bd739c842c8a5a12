using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.History;

/// <summary>Reads what happened as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class HistoryReader
{
    private readonly TenantTable<HistoryRow> table;

    internal HistoryReader(TenantQuery query) => table = new(query);

    /// <summary>One page of events, in the order of the log or against it.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<HistoryRow>> Page(
        TenantId tenant,
        HistoryFilter filter,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Equal("kind", filter.Kind)
            .Equal("aggregate", filter.Aggregate)
            .Equal("actor", filter.Actor)
            .Equal("name", filter.Name)
            .Between("at", filter.From, filter.To);
        if (filter.Campaign is { } campaign)
            conditions.All.Add(arguments => OfCampaign(arguments.Add(campaign)));
        return table.Page(tenant, conditions, new("position", "r.position", typeof(long), direction), request, ct);
    }

    /// <summary>A campaign's own events, and those of what it set in motion: these do not name the campaign themselves.</summary>
    private static string OfCampaign(string campaign) =>
        $"""
            r.aggregate = any (array(
              select {campaign}
              union all select p.id from read.publications p where p.tenant = {Arguments.Tenant} and p.campaign = {campaign}
              union all select g.id from read.generations g where g.tenant = {Arguments.Tenant} and g.campaign = {campaign}
            ))
            """;
}
