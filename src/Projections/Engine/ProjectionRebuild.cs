using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>Empties read models, so that they are folded anew from the first event by whichever runner is at work.</summary>
public sealed class ProjectionRebuild
{
    private readonly NpgsqlDataSource source;
    private readonly IReadOnlyList<IProjection> projections;

    internal ProjectionRebuild(NpgsqlDataSource source, IEnumerable<IProjection> projections) =>
        (this.source, this.projections) = (source, [.. projections]);

    /// <summary>All names there are.</summary>
    public IReadOnlyList<string> Names => [.. projections.Select(projection => projection.Name)];

    /// <summary>Empties one read model. Until it has caught up, readers see the part that is there.</summary>
    /// <exception cref="ArgumentException">No projection has this name.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task Restart(string name, CancellationToken ct = default)
    {
        var projection =
            projections.FirstOrDefault(known => known.Name == name)
            ?? throw new ArgumentException($"No projection is named '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

        await using var batch = source.CreateBatch();
        // The checkpoint first: its lock lets a runner finish its batch, and makes the next one find out.
        Add(batch, "update read.checkpoint set position = 0, moved_at = null where projection = $1", name);
        Add(batch, "delete from read.parked where projection = $1", name);
        batch.BatchCommands.Add(new($"truncate {projection.Table}"));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string statement, string name) =>
        batch.BatchCommands.Add(
            new(statement)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = name, NpgsqlDbType = NpgsqlDbType.Text },
                },
            }
        );
}
