using Campaigns.Domain.Tenants;
using Npgsql;

namespace Campaigns.Projections.Media;

/// <summary>Tells the silo's sweep which stored files something points at, whoever owns them.</summary>
public sealed class MediaHolders
{
    private readonly NpgsqlDataSource source;

    internal MediaHolders(NpgsqlDataSource source) => this.source = source;

    /// <summary>Those of a tenant's keys that something points at, or that something mentioned which changed after a moment.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="keys">Which.</param>
    /// <param name="since">A mention younger than this counts as pointing at it; UTC.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<IReadOnlySet<string>> PointedAt(
        TenantId tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset since,
        CancellationToken ct = default
    ) =>
        Keys(
            """
            select k from unnest($2) k
            where exists (select from read.media_holders h where h.tenant = $1 and h.held ? k)
               or exists (select from read.media_holders h where h.tenant = $1 and h.former ? k and h.changed_at > $3)
            """,
            tenant,
            keys,
            since,
            ct
        );

    /// <summary>Those of a tenant's keys that the gallery shows.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<IReadOnlySet<string>> InGallery(TenantId tenant, IReadOnlyCollection<string> keys, CancellationToken ct = default) =>
        Keys("select r.key from read.media r where r.tenant = $1 and r.key = any ($2)", tenant, keys, null, ct);

    private async Task<IReadOnlySet<string>> Keys(
        string question,
        TenantId tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset? since,
        CancellationToken ct
    )
    {
        await using var command = source.CreateCommand(question);
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = keys.ToArray() });
        if (since is { } moment)
            command.Parameters.Add(new() { Value = moment.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetString(0));
        return found;
    }
}
