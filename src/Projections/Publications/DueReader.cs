using System.Runtime.CompilerServices;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Projections.Publications;

/// <summary>Tells the silo's sweep which publications need waking, whoever owns them.</summary>
public sealed class DueReader
{
    private const int PageSize = 1000;

    private readonly NpgsqlDataSource source;

    internal DueReader(NpgsqlDataSource source) => this.source = source;

    /// <summary>
    /// All that must be awake by <paramref name="until"/>, the most urgent first: what falls inside the horizon, and what should have moved
    /// and did not. Read page by page, so a million of them do no harm.
    /// </summary>
    /// <param name="until">The horizon's end, UTC.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async IAsyncEnumerable<DuePublication> Until(DateTimeOffset until, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var after = (WakeAt: DateTimeOffset.MinValue, Id: Guid.Empty);
        while (true)
        {
            var page = await Page(after, until, ct);
            foreach (var due in page)
                yield return due;
            if (page.Count < PageSize)
                yield break;
            after = (page[^1].WakeAt, page[^1].Publication.Uuid);
        }
    }

    /// <summary>How many are past their wake-up by more than <paramref name="grace"/>: the backlog, for health and metrics.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<long> Overdue(DateTimeOffset now, TimeSpan grace, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand("select count(*) from read.due where wake_at < $1");
        command.Parameters.Add(new() { Value = (now - grace).UtcDateTime });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<List<DuePublication>> Page((DateTimeOffset WakeAt, Guid Id) after, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select tenant, id, wake_at, due_at, outcome_open
            from read.due
            where wake_at <= $1 and (wake_at, id) > ($2, $3)
            order by wake_at, id
            limit $4
            """
        );
        command.Parameters.Add(new() { Value = until.UtcDateTime });
        command.Parameters.Add(new() { Value = after.WakeAt.UtcDateTime });
        command.Parameters.Add(new() { Value = after.Id });
        command.Parameters.Add(new() { Value = PageSize });

        await using var reader = await command.ExecuteReaderAsync(ct);
        var page = new List<DuePublication>();
        while (await reader.ReadAsync(ct))
            page.Add(
                new(
                    TenantId.Parse(reader.GetString(0)),
                    new PublicationId(reader.GetGuid(1)),
                    reader.GetFieldValue<DateTimeOffset>(2),
                    reader.GetFieldValue<DateTimeOffset>(3),
                    reader.GetBoolean(4)
                )
            );
        return page;
    }
}
