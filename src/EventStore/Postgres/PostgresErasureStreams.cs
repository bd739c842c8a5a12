using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Reads the stretch of the index of streams that begins with their category.</summary>
internal sealed class PostgresErasureStreams(NpgsqlDataSource source) : IErasureStreams
{
    public async Task<IReadOnlyList<TenantId>> List(CancellationToken ct)
    {
        try
        {
            await using var question = source.CreateCommand(
                "select tenant from log.events where stream >= 'erasure-' and stream < 'erasure.' and version = 1 order by stream"
            );
            await using var row = await question.ExecuteReaderAsync(ct);
            var tenants = new List<TenantId>();
            while (await row.ReadAsync(ct))
                tenants.Add(TenantId.Parse(row.GetString(0)));
            return tenants;
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw Outage.Unavailable(outage);
        }
    }
}
