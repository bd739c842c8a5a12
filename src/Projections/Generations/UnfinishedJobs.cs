using System.Runtime.CompilerServices;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Projections.Generations;

/// <summary>Tells a silo which AI jobs are not over, whoever owns them.</summary>
public sealed class UnfinishedJobs
{
    private readonly NpgsqlDataSource source;

    internal UnfinishedJobs(NpgsqlDataSource source) => this.source = source;

    /// <summary>Those of which their campaigns have not heard, and that moved since then; the latest first.</summary>
    /// <param name="since">UTC.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async IAsyncEnumerable<(TenantId Tenant, GenerationId Job)> Since(
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        await using var command = source.CreateCommand(
            "select tenant, id from read.generations where not delivered and updated_at > $1 order by updated_at desc"
        );
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return (TenantId.Parse(reader.GetString(0)), new GenerationId(reader.GetGuid(1)));
    }
}
