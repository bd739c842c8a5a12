using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>Where one build of a projection stands, whichever silo folds it.</summary>
/// <param name="Name">The projection's name, such as <c>calendar.v1</c>.</param>
/// <param name="Slot">Which of the read model's two tables it fills: <c>a</c> or <c>b</c>.</param>
/// <param name="State"><c>live</c>: it is read; <c>building</c>: it catches up, to be read then; <c>kept</c>: for a way back.</param>
/// <param name="Position">The last event it took in.</param>
/// <param name="Head">The last event of the log.</param>
/// <param name="Lag">How long the oldest event that it did not take in has been waiting; zero when there is none.</param>
/// <param name="Parked">Events it could not take in.</param>
/// <param name="StartedAt">When its building was asked for; null for a first build.</param>
public sealed record BuildStatus(
    string Name,
    string Slot,
    string State,
    long Position,
    long Head,
    TimeSpan Lag,
    long Parked,
    DateTimeOffset? StartedAt
)
{
    /// <summary>The version alone: <c>v1</c>.</summary>
    public string Version => Name[(ModelName.Of(Name).Length + 1)..];

    /// <summary>The share of the log that is in, from 0 to 1. Positions are compared as numbers here only, where an estimate will do.</summary>
    public double Progress => Head == 0 ? 1 : Math.Min(1, (double)Position / Head);

    /// <summary>Whether it is of the same read model as another.</summary>
    public bool IsBeside(BuildStatus other) => ModelName.Of(Name) == ModelName.Of(other.Name);

    /// <summary>Reads them all, under a role that need not see the log.</summary>
    internal static async Task<IReadOnlyList<BuildStatus>> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('app.operator', 'on', true)"));
        batch.BatchCommands.Add(
            new(
                """
                select c.projection, c.slot, c.state, c.position, l.head, l.seconds, c.started_at,
                  (select count(*) from read.parked p where p.projection = c.projection and p.slot = c.slot)
                from read.checkpoint c cross join lateral read.lag(c.position) l
                order by c.projection, c.state desc
                """
            )
        );
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var all = new List<BuildStatus>();
        while (await reader.ReadAsync(ct))
            all.Add(
                new(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    TimeSpan.FromSeconds(reader.GetDouble(5)),
                    reader.GetInt64(7),
                    await reader.IsDBNullAsync(6, ct) ? null : reader.GetFieldValue<DateTimeOffset>(6)
                )
            );
        return all;
    }
}
