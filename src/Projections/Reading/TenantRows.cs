using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Projections.Reading;

/// <summary>All rows of one tenant, table by table, as CSV. Which tables there are is asked of the database: none that is added is forgotten.</summary>
/// <param name="source">As the API's role, or the silo's; either sees what it may.</param>
public sealed class TenantRows(NpgsqlDataSource source)
{
    private const string Tables = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where ((n.nspname = 'read' and c.relkind = 'v') or (n.nspname = 'webhooks' and c.relkind = 'r'))
          and has_table_privilege(c.oid, 'select')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
        order by 1
        """;

    /// <summary>The tables there are, with their schemas.</summary>
    /// <exception cref="ReadModelUnavailableException">The database is away.</exception>
    public async Task<IReadOnlyList<string>> Names(CancellationToken ct = default)
    {
        try
        {
            await using var command = source.CreateCommand(Tables);
            await using var row = await command.ExecuteReaderAsync(ct);
            var names = new List<string>();
            while (await row.ReadAsync(ct))
                names.Add(row.GetString(0));
            return names;
        }
        catch (NpgsqlException e)
        {
            throw new ReadModelUnavailableException(e);
        }
    }

    /// <summary>Writes a tenant's rows of one of <see cref="Names"/>, with a line of headings, as they come from the database.</summary>
    /// <exception cref="ReadModelUnavailableException">The database is away; some lines may have been written.</exception>
    public async Task WriteCsv(string table, TenantId tenant, TextWriter to, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!(await Names(ct)).Contains(table))
            throw new ArgumentException("No such table.", nameof(table));
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using (var setting = new NpgsqlCommand("select set_config('app.tenant', $1, true)", connection))
            {
                setting.Parameters.Add(new() { Value = tenant.Value });
                await setting.ExecuteNonQueryAsync(ct);
            }
            // Copying takes no parameters. A tenant's id has letters, digits and underscores, the table's name is one of the database's own.
            using var rows = await connection.BeginTextExportAsync(
                $"copy (select * from {table} where tenant = '{tenant.Value}') to stdout (format csv, header)",
                ct
            );
            var piece = new char[16 * 1024];
            while (await rows.ReadAsync(piece, ct) is var read and > 0)
                await to.WriteAsync(piece.AsMemory(0, read), ct);
        }
        catch (NpgsqlException e)
        {
            throw new ReadModelUnavailableException(e);
        }
    }
}
