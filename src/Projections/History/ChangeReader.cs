using System.Globalization;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Reading;
using Npgsql;

namespace Campaigns.Projections.History;

/// <summary>
/// Follows what happens as one tenant, from a position of the log on. Rows of history become visible in the order of the log, so whoever
/// goes on where the last page ended misses nothing and sees nothing twice.
/// </summary>
public sealed class ChangeReader
{
    // One commit may wake thousands, and those who ask ordinary questions share the connections with them.
    private const int AtOnce = 8;
    private const int OfOneTenant = 2;

    private const string Start = "select coalesce(max(position), 0) from read.history where tenant = $1";

    private static readonly string Columns = RecordMap<HistoryRow>.Select("r");

    private readonly FairTurns turns = new(AtOnce, OfOneTenant);
    private readonly TenantQuery query;

    internal ChangeReader(TenantQuery query) => this.query = query;

    /// <summary>The position of the tenant's last event: where those begin who only want what comes.</summary>
    /// <exception cref="ReadModelUnavailableException">The database is away.</exception>
    public async Task<string> Head(TenantId tenant, CancellationToken ct = default)
    {
        var head = await query.Rows(tenant, Start, new Arguments(tenant), reader => reader.GetInt64(0), ct);
        return Text(head[0]);
    }

    /// <summary>The next events behind a position.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">The position of the last one seen, or of the last page.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is no position: see <see cref="ReadConsistency.IsPosition"/>.</exception>
    /// <exception cref="ReadModelUnavailableException">The database is away.</exception>
    public async Task<ChangePage> After(TenantId tenant, ChangeFilter filter, string after, int most, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (!LogPosition.TryParse(after, out var seen))
            throw new FormatException("Not a log position.");

        var place = StoredPosition.ToColumn(seen);
        var arguments = new Arguments(tenant);
        List<(HistoryRow? Row, long Head)> found;
        using (await turns.Take(tenant.Value, ct))
            found = await query.Rows(tenant, Question(arguments, filter, place, most), arguments, Read, ct);
        var rows = found.Select(one => one.Row).OfType<HistoryRow>().ToList();
        // A full page ends with its last row; another has looked at everything there was at that moment.
        var end = rows.Count == most ? rows[^1].Position : Math.Max(place, found[0].Head);
        return new(rows, Text(end));
    }

    // One statement, so that rows and head are of the same moment; the head comes even where no row does.
    private static string Question(Arguments arguments, ChangeFilter filter, long place, int most)
    {
        var behind = arguments.Add((object)place);
        var conditions = new Conditions().Equal("kind", filter.Kind).Equal("aggregate", filter.Aggregate);
        if (filter.Campaign is { } campaign)
            conditions.All.Add(a => OfCampaign(a.Add(campaign), a.Add(filter.Kind)));
        if (filter.Names is { } names)
            conditions.All.Add(a => $"r.name = any ({a.Add((object)names.ToArray())})");
        return $"""
            select {Columns}, h.head
            from (select coalesce(max(position), 0) as head from read.history where tenant = {Arguments.Tenant}) h
            left join lateral (
              select * from read.history r
              where r.tenant = {Arguments.Tenant} and r.position > {behind}
                and {string.Join(" and ", conditions.All.Select(condition => condition(arguments)))}
              order by r.position
              limit {most.ToString(CultureInfo.InvariantCulture)}
            ) r on true
            order by r.position
            """;
    }

    // By history itself and no other read model: that may be behind, and an event passed over would be lost.
    private static string OfCampaign(string campaign, string kind) =>
        $"""
            r.aggregate = any (array(
              select p.aggregate from read.history p
              where p.tenant = {Arguments.Tenant} and p.campaign = {campaign} and p.kind = {kind}
            ))
            """;

    private static (HistoryRow? Row, long Head) Read(NpgsqlDataReader reader) =>
        (reader.IsDBNull(0) ? null : RecordMap<HistoryRow>.Read(reader), reader.GetInt64(RecordMap<HistoryRow>.Columns.Count));

    private static string Text(long position) => StoredPosition.FromColumn(position).ToString();
}
