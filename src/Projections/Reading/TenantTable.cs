using Campaigns.Domain.Tenants;
using Campaigns.Projections.Engine;
using Npgsql;

namespace Campaigns.Projections.Reading;

/// <summary>Reads one table of <c>read</c> as one tenant: by id, by condition, or page by page.</summary>
internal sealed class TenantTable<TRow>(TenantQuery query)
    where TRow : class
{
    private static readonly string Table =
        $"read.{((ReadTableAttribute)Attribute.GetCustomAttribute(typeof(TRow), typeof(ReadTableAttribute))!).Table}";

    private static readonly string Columns = RecordMap<TRow>.Select("r");

    public async Task<TRow?> Find(TenantId tenant, Guid id, CancellationToken ct) =>
        (await Where(tenant, arguments => $"r.id = {arguments.Add(id)}", "r.id", ct)).SingleOrDefault();

    public Task<List<TRow>> Find(TenantId tenant, IEnumerable<Guid> ids, CancellationToken ct) =>
        Where(tenant, arguments => $"r.id = any ({arguments.Add(ids)})", "r.id", ct);

    /// <summary>All rows that meet a condition: only for what is few by nature.</summary>
    public Task<List<TRow>> Where(TenantId tenant, Func<Arguments, string> condition, string order, CancellationToken ct)
    {
        var arguments = new Arguments(tenant);
        var question = $"select {Columns} from {Table} r where r.tenant = {Arguments.Tenant} and {condition(arguments)} order by {order}";
        return query.Rows(tenant, question, arguments, RecordMap<TRow>.Read, ct);
    }

    /// <summary>One page of the rows that meet all conditions, with no row skipped or seen twice while others come and go.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    /// <exception cref="ReadModelUnavailableException">The database is away.</exception>
    public async Task<RowPage<TRow>> Page(TenantId tenant, Conditions conditions, RowOrder order, PageRequest request, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, PageRequest.Largest);
        var arguments = new Arguments(tenant);
        List<string> all = [$"r.tenant = {Arguments.Tenant}", .. conditions.All.Select(condition => condition(arguments))];

        var ascending = order.Direction is Direction.Ascending;
        if (request.After is { } after)
            all.Add(Beyond(arguments, order, after, ascending ? ">" : "<"));
        if (request.Before is { } before)
            all.Add(Beyond(arguments, order, before, ascending ? "<" : ">"));

        var way = ascending != request.Backwards ? "asc" : "desc";
        var question =
            $"select {Columns}, {order.Expression} from {Table} r where {string.Join(" and ", all)} "
            + $"order by {order.Expression} {way}, r.id {way} limit {request.Size + 1}"; // one more tells whether there is more

        var edges = await query.Rows(tenant, question, arguments, reader => Edge(reader, order), ct);
        var more = edges.Count > request.Size;
        if (more)
            edges.RemoveAt(request.Size);
        if (request.Backwards)
            edges.Reverse();
        return request.Backwards
            ? new(edges, HasNext: request.Before is not null, HasPrevious: more)
            : new(edges, HasNext: more, HasPrevious: request.After is not null);
    }

    private static string Beyond(Arguments arguments, RowOrder order, string cursor, string side)
    {
        var (value, id) = Cursor.Read(cursor, order.Tag, order.Type);
        return $"({order.Expression}, r.id) {side} ({arguments.Add(value)}, {arguments.Add(id)})";
    }

    private static RowEdge<TRow> Edge(NpgsqlDataReader reader, RowOrder order)
    {
        var row = RecordMap<TRow>.Read(reader);
        var id = reader.GetGuid(reader.GetOrdinal("id"));
        return new(row, Cursor.Write(order.Tag, reader.GetValue(RecordMap<TRow>.Columns.Count), id));
    }
}
