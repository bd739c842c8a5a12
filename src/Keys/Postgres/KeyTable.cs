using System.Security.Cryptography;
using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Keys.Postgres;

/// <summary>The rows of <c>vault.data_keys</c>. Who makes or destroys a tenant's key holds the tenant's lock, so that neither misses the other.</summary>
internal sealed class KeyTable(NpgsqlDataSource source, MasterKeys master, TimeProvider clock)
{
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('vault.data_keys ' || $1, 0))";

    /// <summary>
    /// The tenant's key of today with a portion of seals set aside, which may be none; null when it has no key that may seal so many more.
    /// </summary>
    public Task<DataKey?> Reserve(TenantId tenant, long portion, long most, CancellationToken ct) =>
        Ask(async connection =>
        {
            await using var command = new NpgsqlCommand(
                portion == 0
                    ? """
                    select id, master_key_id, wrapped from vault.data_keys
                    where tenant = $1 and retired_at is null and destroyed_at is null and reserved + $2 <= $3
                    """
                    : """
                    update vault.data_keys set reserved = reserved + $2
                    where tenant = $1 and retired_at is null and destroyed_at is null and reserved + $2 <= $3
                    returning id, master_key_id, wrapped
                    """,
                connection
            );
            Add(command, tenant.Value, portion, most);
            await using var row = await command.ExecuteReaderAsync(ct);
            return await row.ReadAsync(ct) ? master.Unwrap(row.GetGuid(0), tenant, row.GetString(1), row.GetFieldValue<byte[]>(2)) : null;
        });

    /// <summary>Makes the next key, unless another silo did since <paramref name="former"/> was the tenant's.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="former">The key that is to be followed; null for whichever there is, also none.</param>
    /// <param name="most">A former key that may seal so many or more is followed; one below it is left, where no former one is named.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="TenantErasedException">Its keys were destroyed.</exception>
    public Task<Guid> Make(TenantId tenant, Guid? former, long most, CancellationToken ct) =>
        Ask(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var (last, generation, destroyed, reserved) = await Last(connection, tenant, ct);
            if (destroyed)
                throw new TenantErasedException(tenant);
            if (last is { } there && (former is null ? reserved < most : there != former))
                return there; // another silo was first
            var key = new DataKey(Guid.CreateVersion7(clock.GetUtcNow()), tenant, RandomNumberGenerator.GetBytes(DataKey.KeyBytes));
            await using (var retire = new NpgsqlCommand("update vault.data_keys set retired_at = now() where id = $1", connection))
            {
                Add(retire, last ?? Guid.Empty);
                await retire.ExecuteNonQueryAsync(ct);
            }
            await Insert(connection, key.Id, tenant, generation + 1, master.Wrap(key), ct);
            await transaction.CommitAsync(ct);
            return key.Id;
        });

    /// <summary>Keys by id; those that are not there are left out.</summary>
    public Task<List<(Guid Id, FoundKey Found)>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Ask(async connection =>
        {
            await using var command = new NpgsqlCommand(
                "select id, tenant, master_key_id, wrapped from vault.data_keys where id = any($1)",
                connection
            );
            Add(command, ids.ToArray());
            await using var row = await command.ExecuteReaderAsync(ct);
            var found = new List<(Guid, FoundKey)>();
            while (await row.ReadAsync(ct))
            {
                var (id, tenant) = (row.GetGuid(0), TenantId.Parse(row.GetString(1)));
                var destroyed = await row.IsDBNullAsync(3, ct);
                var key = destroyed ? null : master.Unwrap(id, tenant, row.GetString(2), row.GetFieldValue<byte[]>(3));
                found.Add((id, new(key, destroyed)));
            }
            return found;
        });

    /// <summary>Destroys all keys of the tenant. One that never had a key gets a destroyed one: so none is made for it later.</summary>
    public Task<IReadOnlyList<Guid>> Destroy(TenantId tenant, CancellationToken ct) =>
        Ask<IReadOnlyList<Guid>>(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if ((await Last(connection, tenant, ct)).Id is null)
                await Insert(connection, Guid.CreateVersion7(clock.GetUtcNow()), tenant, 1, wrapped: null, ct);
            await using (
                var destroy = new NpgsqlCommand(
                    "update vault.data_keys set wrapped = null, destroyed_at = now() where tenant = $1 and destroyed_at is null",
                    connection
                )
            )
            {
                Add(destroy, tenant.Value);
                await destroy.ExecuteNonQueryAsync(ct);
            }
            var ids = new List<Guid>();
            await using (var all = new NpgsqlCommand("select id from vault.data_keys where tenant = $1 order by generation", connection))
            {
                Add(all, tenant.Value);
                await using var row = await all.ExecuteReaderAsync(ct);
                while (await row.ReadAsync(ct))
                    ids.Add(row.GetGuid(0));
            }
            await transaction.CommitAsync(ct);
            return ids;
        });

    /// <summary>The tenant's last key, under the tenant's lock.</summary>
    private static async Task<(Guid? Id, int Generation, bool Destroyed, long Reserved)> Last(
        NpgsqlConnection connection,
        TenantId tenant,
        CancellationToken ct
    )
    {
        await using (var hold = new NpgsqlCommand(Lock, connection))
        {
            Add(hold, tenant.Value);
            await hold.ExecuteNonQueryAsync(ct);
        }
        await using var last = new NpgsqlCommand(
            "select id, generation, destroyed_at is not null, reserved from vault.data_keys where tenant = $1 order by generation desc limit 1",
            connection
        );
        Add(last, tenant.Value);
        await using var row = await last.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetGuid(0), row.GetInt32(1), row.GetBoolean(2), row.GetInt64(3)) : (null, 0, false, 0);
    }

    private async Task Insert(NpgsqlConnection connection, Guid id, TenantId tenant, int generation, byte[]? wrapped, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            """
            insert into vault.data_keys (id, tenant, generation, master_key_id, wrapped, created_at, destroyed_at)
            values ($1, $2, $3, $4, $5, now(), case when $5::bytea is null then now() end)
            """,
            connection
        );
        Add(insert, id, tenant.Value, generation, master.CurrentId, (object?)wrapped ?? DBNull.Value);
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Asks once more over a new connection: after a restart of the database those in the pool are dead, which shows only in their use.</summary>
    private async Task<T> Ask<T>(Func<NpgsqlConnection, Task<T>> ask)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return await ask(connection);
            }
            catch (NpgsqlException e) when (!again && e is not PostgresException { IsTransient: false })
            {
                source.Clear();
            }
            catch (NpgsqlException e)
            {
                throw new KeysUnavailableException($"The table of keys is not available: {e.Message}", e);
            }
        }
    }

    private static void Add(NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
    }
}
