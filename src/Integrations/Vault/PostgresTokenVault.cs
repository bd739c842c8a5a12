using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Keys;
using Npgsql;

namespace Campaigns.Integrations.Vault;

/// <summary>Tokens in <c>vault.tokens</c>, encrypted before they leave the process.</summary>
internal sealed class PostgresTokenVault(NpgsqlDataSource source, TokenSeal seal, TimeProvider clock)
    : ITokenVault,
        ITokenResealing,
        IDisposable
{
    private readonly SealedTokensAtHand atHand = new();

    public void Dispose() => atHand.Dispose();

    public Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct) =>
        Ask(async () => await Write(tenant, name, await seal.Seal(tenant, name, token, ct), ct));

    public Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct) => Ask(() => Read(tenant, name, ct));

    public Task Forget(TenantId tenant, TokenRef name, CancellationToken ct) => Ask(() => Delete(tenant, name, ct));

    public Task<int> Reseal(CancellationToken ct) =>
        Ask(async () =>
        {
            var old = await Former(ct);
            foreach (var (tenant, name, token) in old)
                if (await seal.Open(tenant, name, token, ct) is { } text)
                    await Replace(tenant, name, token, await seal.Seal(tenant, name, text, ct), ct);
            return old.Count;
        });

    /// <summary>Rows that no tenant's key encrypts: those keys are named by UUIDs.</summary>
    private async Task<List<(TenantId, TokenRef, SealedToken)>> Former(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select tenant, name, key_id, nonce, ciphertext from vault.tokens where length(key_id) = 16 order by tenant, name"
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var old = new List<(TenantId, TokenRef, SealedToken)>();
        while (await row.ReadAsync(ct))
            old.Add(
                (
                    TenantId.Parse(row.GetString(0)),
                    new(row.GetGuid(1)),
                    new(row.GetString(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4))
                )
            );
        return old;
    }

    /// <summary>Unless somebody replaced or forgot it meanwhile.</summary>
    private async Task Replace(TenantId tenant, TokenRef name, SealedToken old, SealedToken kept, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "update vault.tokens set key_id = $3, nonce = $4, ciphertext = $5 where tenant = $1 and name = $2 and nonce = $6"
        );
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = name.Uuid });
        command.Parameters.Add(new() { Value = kept.KeyId });
        command.Parameters.Add(new() { Value = kept.Nonce });
        command.Parameters.Add(new() { Value = kept.Ciphertext });
        command.Parameters.Add(new() { Value = old.Nonce });
        await command.ExecuteNonQueryAsync(ct);
        atHand.Remove(tenant, name);
    }

    private async Task<bool> Write(TenantId tenant, TokenRef name, SealedToken kept, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            insert into vault.tokens (tenant, name, key_id, nonce, ciphertext, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant, name) do update
              set key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext, created_at = excluded.created_at
            """
        );
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = name.Uuid });
        command.Parameters.Add(new() { Value = kept.KeyId });
        command.Parameters.Add(new() { Value = kept.Nonce });
        command.Parameters.Add(new() { Value = kept.Ciphertext });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        var written = await command.ExecuteNonQueryAsync(ct) > 0;
        atHand.Remove(tenant, name); // behind the write: a reader beside it may have fetched what was there before
        return written;
    }

    private async Task<string?> Read(TenantId tenant, TokenRef name, CancellationToken ct)
    {
        if (atHand.Find(tenant, name) is { } known)
            return await seal.Open(tenant, name, known, ct);
        await using var command = source.CreateCommand(
            "select key_id, nonce, ciphertext from vault.tokens where tenant = $1 and name = $2"
        );
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = name.Uuid });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        var stored = new SealedToken(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
        var token = await seal.Open(tenant, name, stored, ct);
        atHand.Add(tenant, name, stored); // it opens
        return token;
    }

    private async Task<bool> Delete(TenantId tenant, TokenRef name, CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from vault.tokens where tenant = $1 and name = $2");
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = name.Uuid });
        var deleted = await command.ExecuteNonQueryAsync(ct) > 0;
        atHand.Remove(tenant, name);
        return deleted;
    }

    /// <summary>
    /// Asks once more over a new connection: after a restart of the database those in the pool are dead, which shows only in their use. That
    /// must not cost a publication its second.
    /// </summary>
    private async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException e) when (!again && MayPass(e))
            {
                source.Clear();
            }
            catch (KeysUnavailableException e)
            {
                throw new TokenVaultUnavailableException("The keys of tokens are away.", e);
            }
            catch (NpgsqlException e) when (MayPass(e))
            {
                throw new TokenVaultUnavailableException("The vault of tokens is away.", e);
            }
        }
    }

    private static bool MayPass(NpgsqlException e) => e is not PostgresException { IsTransient: false };
}
