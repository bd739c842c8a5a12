using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// How far the read models are, as far as this process knows: each as the build stands that is read, whatever its version. A build takes the
/// live one's place only when it is as far, so nothing is ever taken back.
/// </summary>
internal sealed class ReadModelPositions(NpgsqlDataSource source)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> known = [];
    private Task? asking;
    private Task? next;

    /// <summary>Whether all named projections are at least there.</summary>
    public bool Reached(long position, IReadOnlyCollection<string> projections)
    {
        lock (gate)
            return projections.All(name => known.GetValueOrDefault(ModelName.Of(name), -1) >= position);
    }

    private void Learn(IEnumerable<string> projections, long position)
    {
        lock (gate)
            foreach (var name in projections.Select(ModelName.Of))
                known[name] = Math.Max(position, known.GetValueOrDefault(name));
    }

    /// <summary>
    /// Asks the database, at once or when the question under way is answered, which may have been put too early; whoever asks meanwhile gets the
    /// same answer.
    /// </summary>
    public Task Ask(CancellationToken ct)
    {
        lock (gate)
            return (asking is { IsCompleted: false } ? next ??= FetchAfter(asking) : asking = Fetch()).WaitAsync(ct);
    }

    private async Task FetchAfter(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its askers are told
        Task fetching;
        lock (gate)
        {
            next = null;
            fetching = asking = Fetch();
        }
        await fetching;
    }

    private async Task Fetch()
    {
        await using var command = source.CreateCommand("select projection, position from read.checkpoint where state = 'live'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            Learn([reader.GetString(0)], reader.GetInt64(1));
    }
}
