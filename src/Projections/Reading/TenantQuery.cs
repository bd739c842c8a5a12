using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Projections.Reading;

/// <summary>
/// Asks as one tenant: the setting that row-level security looks at is sent with the question, in one round trip and one transaction, so that
/// no connection ever keeps it, and a transaction-mode pooler may stand between.
/// </summary>
internal sealed class TenantQuery(NpgsqlDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(200)];

    /// <summary>All rows of the answer.</summary>
    /// <exception cref="ReadModelUnavailableException">The database is away.</exception>
    public async Task<List<T>> Rows<T>(
        TenantId tenant,
        string question,
        Arguments arguments,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct
    )
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Ask(tenant, question, arguments, read, ct);
            }
            // A restarted database leaves dead connections in the pool: reading again does no harm.
            catch (NpgsqlException e) when (IsAway(e))
            {
                // Whoever waited for a connection in vain has waited long enough.
                if (attempt == Pauses.Length || e.InnerException is TimeoutException)
                    throw new ReadModelUnavailableException(e);
                await Task.Delay(Pauses[attempt], clock, ct);
            }
        }
    }

    private async Task<List<T>> Ask<T>(
        TenantId tenant,
        string question,
        Arguments arguments,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct
    )
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(
            new("select set_config('app.tenant', $1, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.Value } } }
        );
        var asked = new NpgsqlBatchCommand(question);
        foreach (var argument in arguments.Values)
            asked.Parameters.Add(argument.Clone());
        batch.BatchCommands.Add(asked);

        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    internal static bool IsAway(NpgsqlException e) => e is not PostgresException || e.IsTransient;
}
