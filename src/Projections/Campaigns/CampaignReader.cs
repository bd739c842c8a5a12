using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Campaigns;

/// <summary>Reads campaigns as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class CampaignReader
{
    private const string Counting = """
        select r.id,
          i.items, i.drafts, i.requested, i.approved, i.changes, i.drawing,
          p.scheduled, p.held, p.publishing, p.live, p.failed, p.next_due
        from unnest($2) as r (id)
        cross join lateral (
          select
            count(*)::int as items,
            (count(*) filter (where review = 'draft'))::int as drafts,
            (count(*) filter (where review = 'requested'))::int as requested,
            (count(*) filter (where review = 'approved'))::int as approved,
            (count(*) filter (where review = 'changes_requested'))::int as changes,
            (count(*) filter (where picture = 'requested'))::int as drawing
          from read.items
          where tenant = $1 and campaign = r.id
        ) i
        cross join lateral (
          select
            (count(*) filter (where status = 'scheduled'))::int as scheduled,
            (count(*) filter (where status = 'held'))::int as held,
            (count(*) filter (where status = 'publishing'))::int as publishing,
            (count(*) filter (where status = 'live'))::int as live,
            (count(*) filter (where status in ('gave_up', 'skipped', 'needs_person')))::int as failed,
            min(due_at) filter (where status in ('scheduled', 'publishing')) as next_due
          from read.publications
          where tenant = $1 and campaign = r.id
        ) p
        """;

    private readonly TenantQuery query;
    private readonly TenantTable<CampaignRow> table;

    internal CampaignReader(TenantQuery query) => (this.query, table) = (query, new(query));

    /// <summary>A campaign; null when the tenant has none of this id.</summary>
    public Task<CampaignRow?> Find(TenantId tenant, CampaignId id, CancellationToken ct = default) => table.Find(tenant, id.Uuid, ct);

    /// <summary>Those of these campaigns that the tenant has, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, CampaignRow>> Find(
        TenantId tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct = default
    ) => (await table.Find(tenant, ids, ct)).ToDictionary(row => row.Id);

    /// <summary>One page of campaigns.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<CampaignRow>> Page(
        TenantId tenant,
        CampaignFilter filter,
        CampaignOrder order,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Search(filter.Search, "name", "brief")
            .Equal("brand", filter.Brand)
            .OneOf("writing", filter.Writing)
            .Between("created_at", filter.CreatedFrom, filter.CreatedTo);
        if (filter.WithReview is { } reviews)
            conditions.All.Add(arguments =>
                $"exists (select from read.items i where i.tenant = r.tenant and i.campaign = r.id and i.review = any ({arguments.AddWords(reviews)}))"
            );
        return table.Page(tenant, conditions, Ordered(order, direction), request, ct);
    }

    /// <summary>What the items and publications of these campaigns come to, by campaign.</summary>
    public async Task<IReadOnlyDictionary<Guid, CampaignCounts>> Counts(
        TenantId tenant,
        IReadOnlyCollection<Guid> campaigns,
        CancellationToken ct = default
    )
    {
        var arguments = new Arguments(tenant);
        arguments.Add(campaigns.Distinct());
        var counted = await query.Rows(
            tenant,
            Counting,
            arguments,
            reader =>
                KeyValuePair.Create(
                    reader.GetGuid(0),
                    new CampaignCounts(
                        Items: reader.GetInt32(1),
                        Drafts: reader.GetInt32(2),
                        ApprovalRequested: reader.GetInt32(3),
                        Approved: reader.GetInt32(4),
                        ChangesRequested: reader.GetInt32(5),
                        Drawing: reader.GetInt32(6),
                        Scheduled: reader.GetInt32(7),
                        Held: reader.GetInt32(8),
                        Publishing: reader.GetInt32(9),
                        Live: reader.GetInt32(10),
                        NotPublished: reader.GetInt32(11),
                        NextDueAt: reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12)
                    )
                ),
            ct
        );
        return new Dictionary<Guid, CampaignCounts>(counted);
    }

    private static RowOrder Ordered(CampaignOrder order, Direction direction) =>
        order switch
        {
            CampaignOrder.Name => new("name", "lower(r.name) collate \"C\"", typeof(string), direction),
            CampaignOrder.UpdatedAt => RowOrder.ByTime("updated_at", direction),
            _ => RowOrder.ByTime("created_at", direction),
        };
}
