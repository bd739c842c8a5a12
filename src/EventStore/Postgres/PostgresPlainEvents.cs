using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Asks the index of plain events.</summary>
internal sealed class PostgresPlainEvents(NpgsqlDataSource source) : IPlainEvents
{
    public async Task<bool> Any(TenantId tenant, CancellationToken ct)
    {
        try
        {
            await using var question = source.CreateCommand(
                "select exists (select from log.events where tenant = $1 and key_id is null and stream not like 'erasure-%')"
            );
            question.Parameters.Add(new() { Value = tenant.Value });
            return (bool)(await question.ExecuteScalarAsync(ct))!;
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw Outage.Unavailable(outage);
        }
    }
}
