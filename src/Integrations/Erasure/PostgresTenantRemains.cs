using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Members;
using Npgsql;

namespace Campaigns.Integrations.Erasure;

/// <summary>
/// Deletes from every table outside the log that has a column <c>tenant</c>, whichever there are: a table that is added later is not forgotten.
/// Orleans' two know the tenant by the keys of its grains. The tenant's data keys stay, destroyed: they say that there were some.
/// </summary>
internal sealed class PostgresTenantRemains(NpgsqlDataSource source) : ITenantRemains
{
    private const int AtOnce = 5_000; // rows a statement: nobody waits for long behind it
    private const int Passes = 3; // over tables that refer to each other

    private const string Tables = """
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition
          and n.nspname not in ('log', 'analytics', 'audit', 'pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
          and not (n.nspname = 'vault' and c.relname = 'data_keys')
        order by 1
        """;

    public async Task<IReadOnlyList<Removal>> Remove(TenantId tenant, CancellationToken ct)
    {
        try
        {
            await CloseDirectory(tenant, ct);
            var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
            List<(string Table, string Condition)> left =
            [
                .. (await List(ct)).Select(table => (table, "tenant = $1")),
                ("orleans.grain_state", "grain_id_extension = $1 or starts_with(grain_id_extension, $1 || '/')"),
                ("orleans.reminder", "split_part(grain_id, '/', 2) = $1 and split_part(grain_id, '/', 1) <> 'erasure'"),
            ];
            for (var pass = 1; left.Count > 0; pass++)
            {
                var again = new List<(string, string)>();
                foreach (var (table, condition) in left)
                    try
                    {
                        counts[table] = counts.GetValueOrDefault(table) + await Delete(table, condition, tenant, ct);
                    }
                    catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation && pass < Passes)
                    {
                        again.Add((table, condition));
                    }
                left = again;
            }
            return [.. counts.Where(one => one.Value > 0).Select(one => new Removal(one.Key, one.Value))];
        }
        catch (NpgsqlException e)
        {
            throw new TenantRemainsUnavailableException($"What is left of {tenant} cannot be deleted: {e.Message}", e);
        }
    }

    /// <summary>The identity provider knows nothing of the erasure, and goes on telling us who belongs to the tenant: nobody listens any more.</summary>
    private async Task CloseDirectory(TenantId tenant, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in (string[])[MemberStatements.Queue, MemberStatements.NoteTenantGone])
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            command.Parameters.Add(new() { Value = tenant.Value });
            await command.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }

    private async Task<List<string>> List(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Tables);
        await using var row = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await row.ReadAsync(ct))
            tables.Add(row.GetString(0));
        return tables;
    }

    private async Task<long> Delete(string table, string condition, TenantId tenant, CancellationToken ct)
    {
        var deleted = 0L;
        while (true)
        {
            await using var command = source.CreateCommand(
                $"delete from {table} where ctid = any (array(select ctid from {table} where {condition} limit {AtOnce}))"
            );
            command.Parameters.Add(new() { Value = tenant.Value });
            command.CommandTimeout = 60;
            var some = await command.ExecuteNonQueryAsync(ct);
            deleted += some;
            if (some == 0)
                return deleted;
        }
    }
}
