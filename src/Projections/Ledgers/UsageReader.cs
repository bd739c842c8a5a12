using System.Globalization;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;
using Npgsql;

namespace Campaigns.Projections.Ledgers;

/// <summary>Reads calls to AI providers and what they came to, as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class UsageReader
{
    /// <summary>So many sums are told at most, the dearest or, of days, the first ones.</summary>
    public const int MostGroups = 1000;

    private readonly TenantQuery query;
    private readonly TenantTable<AttemptRow> attempts;

    internal UsageReader(TenantQuery query) => (this.query, attempts) = (query, new(query));

    /// <summary>A call; null when the tenant has none of this id.</summary>
    public Task<AttemptRow?> Find(TenantId tenant, Guid id, CancellationToken ct = default) => attempts.Find(tenant, id, ct);

    /// <summary>One page of calls, by when they were begun.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<AttemptRow>> Page(
        TenantId tenant,
        AttemptFilter filter,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Between("reserved_at", filter.From, filter.To)
            .Equal("provider", filter.Provider)
            .Equal("model", filter.Model)
            .Equal("operation", filter.Operation)
            .Equal("actor", filter.Actor)
            .Equal("campaign", filter.Campaign)
            .Equal("generation", filter.Generation)
            .OneOf("state", filter.States)
            .Equal("outcome_class", filter.OutcomeClass)
            .Equal("error_code", filter.ErrorCode)
            .Equal("request_id", filter.RequestId);
        return attempts.Page(tenant, conditions, RowOrder.ByTime("reserved_at", direction), request, ct);
    }

    /// <summary>What calls came to, all together.</summary>
    public async Task<UsageSum> Total(TenantId tenant, UsageFilter filter, CancellationToken ct = default) =>
        (await Sums(tenant, filter, "null::text", "", ct)).Single();

    /// <summary>What they came to, each group by itself; days in their order, others the dearest first.</summary>
    public Task<List<UsageSum>> Groups(TenantId tenant, UsageFilter filter, UsageGrouping by, CancellationToken ct = default)
    {
        var key = by switch
        {
            UsageGrouping.Day => "to_char(r.day, 'YYYY-MM-DD')",
            UsageGrouping.Provider => "r.provider",
            UsageGrouping.Model => "r.provider || '/' || r.model",
            UsageGrouping.Operation => "r.operation",
            UsageGrouping.Actor => "r.actor",
            UsageGrouping.Campaign => "r.campaign::text",
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There is no such grouping."),
        };
        var order = by is UsageGrouping.Day ? "1" : "sum(r.cost_micro_usd) desc, 1";
        return Sums(tenant, filter, key, $"group by 1 order by {order} limit {MostGroups.ToString(CultureInfo.InvariantCulture)}", ct);
    }

    private Task<List<UsageSum>> Sums(TenantId tenant, UsageFilter filter, string key, string grouped, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var arguments = new Arguments(tenant);
        var conditions = new Conditions()
            .Between("day", filter.From, filter.To)
            .Equal("provider", filter.Provider)
            .Equal("model", filter.Model)
            .Equal("operation", filter.Operation)
            .Equal("actor", filter.Actor)
            .Equal("campaign", filter.Campaign);
        List<string> all = [$"r.tenant = {Arguments.Tenant}", .. conditions.All.Select(condition => condition(arguments))];
        var question = $"""
            select {key},
              {Whole("calls")}, {Whole("done")}, {Whole("failed")},
              {Whole("input_tokens")}, {Whole("cached_input_tokens")}, {Whole("output_tokens")}, {Whole("thinking_tokens")},
              {Whole("images")}, coalesce(sum(r.video_seconds), 0), {Whole("characters")},
              coalesce(sum(r.cost_micro_usd), 0), coalesce(sum(r.estimated_micro_usd), 0),
              {Whole("latency_ms")}, coalesce(max(r.longest_ms), 0)
            from read.ai_usage_daily r
            where {string.Join(" and ", all)}
            {grouped}
            """;
        return query.Rows(tenant, question, arguments, Read, ct);
    }

    private static string Whole(string column) => $"coalesce(sum(r.{column}), 0)::bigint";

    private static UsageSum Read(NpgsqlDataReader reader) =>
        new(
            reader.IsDBNull(0) ? null : reader.GetString(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.GetInt64(3),
            reader.GetInt64(4),
            reader.GetInt64(5),
            reader.GetInt64(6),
            reader.GetInt64(7),
            reader.GetInt64(8),
            reader.GetDecimal(9),
            reader.GetInt64(10),
            reader.GetDecimal(11),
            reader.GetDecimal(12),
            reader.GetInt64(13),
            reader.GetInt64(14)
        );
}
