namespace Campaigns.Projections.Reading;

/// <summary>
/// So many at a time, and of those so many of one party. Parties that wait are served in turn, however many of each wait: one that has
/// thousands in the queue keeps another's next one waiting no longer than a single one would.
/// </summary>
/// <param name="atOnce">How many have a turn at the same time.</param>
/// <param name="each">How many of those one party may have.</param>
public sealed class FairTurns(int atOnce, int each)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Party> parties = [];
    private readonly LinkedList<Party> line = [];
    private int free = atOnce;

    /// <summary>Waits for a turn; it lasts until it is disposed of.</summary>
    /// <param name="party">Whose turn it is, such as a tenant.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IDisposable> Take(string party, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var waiter = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (!parties.TryGetValue(party, out var own))
                parties.Add(party, own = new(party));
            if (own.Waiting.Count == 0)
                line.AddLast(own);
            own.Waiting.Enqueue(waiter);
            HandOut();
        }
        // Whoever has given up stays in the queue, and is passed over.
        await using var leave = ct.UnsafeRegister((_, token) => waiter.TrySetCanceled(token), null);
        return await waiter.Task;
    }

    private void HandOut()
    {
        for (var place = line.First; place is not null && free > 0; )
        {
            var party = place.Value;
            if (party.Taken == each)
            {
                place = place.Next;
                continue;
            }
            line.Remove(place);
            if (party.Waiting.Dequeue().TrySetResult(new Turn(this, party)))
            {
                party.Taken++;
                free--;
            }
            if (party.Waiting.Count > 0)
                line.AddLast(party);
            else
                Forget(party);
            place = line.First;
        }
    }

    private void Release(Party party)
    {
        lock (gate)
        {
            party.Taken--;
            free++;
            HandOut();
            Forget(party);
        }
    }

    private void Forget(Party party)
    {
        if (party is { Taken: 0, Waiting.Count: 0 })
            parties.Remove(party.Name);
    }

    private sealed class Party(string name)
    {
        public string Name => name;

        public int Taken { get; set; }

        public Queue<TaskCompletionSource<IDisposable>> Waiting { get; } = new();
    }

    private sealed class Turn(FairTurns turns, Party party) : IDisposable
    {
        private int over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref over, 1) == 0)
                turns.Release(party);
        }
    }
}
