using System.Runtime.CompilerServices;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Npgsql;

namespace Campaigns.Projections.Reading;

/// <summary>Reading one's own writes, and hearing of new rows.</summary>
public sealed class ReadConsistency
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private readonly ReadModelFeed feed;
    private readonly ReadModelPositions positions;
    private readonly TimeProvider clock;

    internal ReadConsistency(ReadModelFeed feed, ReadModelPositions positions, TimeProvider clock) =>
        (this.feed, this.positions, this.clock) = (feed, positions, clock);

    /// <summary>Whether a text is a log position, as a mutation's payload carries it.</summary>
    public static bool IsPosition(string? text) => LogPosition.TryParse(text, out _);

    /// <summary>Waits until the named read models hold all that the log held at a position.</summary>
    /// <param name="position">As a mutation's payload carries it.</param>
    /// <param name="projections">Names of <see cref="ReadModels"/>; none: all of them.</param>
    /// <param name="patience">For how long.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>False when they did not get there in time.</returns>
    /// <exception cref="FormatException">The text is no position: see <see cref="IsPosition"/>.</exception>
    public async Task<bool> WaitFor(
        string position,
        IReadOnlyCollection<string> projections,
        TimeSpan patience,
        CancellationToken ct = default
    )
    {
        if (!LogPosition.TryParse(position, out var wanted))
            throw new FormatException("Not a log position.");

        if (projections.Count == 0)
            projections = ReadModels.All;
        var place = StoredPosition.ToColumn(wanted);
        var began = clock.GetTimestamp();
        while (true)
        {
            var moved = feed.Moved; // before looking: what comes after the look then wakes us
            if (positions.Reached(place, projections) || (await Look(ct) && positions.Reached(place, projections)))
                return true;

            var left = patience - clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                return false;
            await Task.WhenAny(moved, Task.Delay(left < LookAgain ? left : LookAgain, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Whether a position is further than a read model has come, and stays so for a while. Certain only of a position that is given back: what
    /// was read once is never ahead. While the database is away nobody knows, and the answer is no.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <param name="projection">One of <see cref="ReadModels"/>.</param>
    /// <param name="patience">For how long it is waited for.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="FormatException">The text is no position: see <see cref="IsPosition"/>.</exception>
    public async Task<bool> IsAhead(string position, string projection, TimeSpan patience, CancellationToken ct = default) =>
        !await WaitFor(position, [projection], patience, ct) && await Look(ct) && !await WaitFor(position, [projection], TimeSpan.Zero, ct);

    /// <summary>
    /// One element at once, and one whenever rows of the tenant may have changed since; several changes may make one. Read what is new
    /// after each, and nothing is missed.
    /// </summary>
    public async IAsyncEnumerable<DateTimeOffset> Changes(TenantId tenant, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var watcher = feed.Watch(tenant.Value);
        while (true)
        {
            yield return clock.GetUtcNow();
            await watcher.Next(ct);
        }
    }

    private async Task<bool> Look(CancellationToken ct)
    {
        try
        {
            await positions.Ask(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // away: it may be back before patience ends
        }
    }
}
