using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Publications;

/// <summary>How many steps at the platform a silo takes side by side.</summary>
/// <param name="Most">In all.</param>
/// <param name="MostOfOne">Of one tenant: some room is always left for the others.</param>
public sealed record PlatformLimits(int Most, int MostOfOne)
{
    /// <summary>Enough for a platform that takes seconds, and little enough not to swamp a small machine.</summary>
    public static PlatformLimits Default { get; } = new(512, 384);
}

/// <summary>
/// Shares the way to the platform among tenants: first come, first served within a tenant, in turn among tenants, and what is due before what
/// is only prepared. A turn is taken before a step is begun, so that no intent is committed that then stands in a queue.
/// </summary>
internal sealed class PlatformTurns(PlatformLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, int> taken = [];
    private readonly Lane urgent = new();
    private readonly Lane ordinary = new();
    private int inAll;

    /// <summary>Queues up for a turn; it may come at once. Whoever has it, or no longer wants it, gives it back by disposing of it.</summary>
    public PlatformTurn Ask(TenantId tenant, bool isUrgent)
    {
        var turn = new PlatformTurn(this, tenant);
        lock (gate)
        {
            (isUrgent ? urgent : ordinary).Add(turn);
            GrantAll();
        }
        return turn;
    }

    internal void GiveBack(PlatformTurn turn)
    {
        lock (gate)
        {
            if (turn.IsOver)
                return;
            turn.IsOver = true;
            if (!turn.Granted.IsCompleted)
                return; // still queued: it is passed over when it comes up
            inAll--;
            if (--taken[turn.Tenant] == 0)
                taken.Remove(turn.Tenant);
            GrantAll();
        }
    }

    private void GrantAll()
    {
        while (inAll < limits.Most && (urgent.Next(HasRoom) ?? ordinary.Next(HasRoom)) is { } turn)
        {
            inAll++;
            taken[turn.Tenant] = taken.GetValueOrDefault(turn.Tenant) + 1;
            turn.Grant();
        }
    }

    private bool HasRoom(TenantId tenant) => taken.GetValueOrDefault(tenant) < limits.MostOfOne;

    /// <summary>Those that wait, a queue for each tenant, and whose queue is next.</summary>
    private sealed class Lane
    {
        private readonly Dictionary<TenantId, Queue<PlatformTurn>> waiting = [];
        private readonly Queue<TenantId> round = new();

        public void Add(PlatformTurn turn)
        {
            if (!waiting.TryGetValue(turn.Tenant, out var queue))
            {
                waiting[turn.Tenant] = queue = new();
                round.Enqueue(turn.Tenant);
            }
            queue.Enqueue(turn);
        }

        /// <summary>The next of the next tenant that has room; null when there is none.</summary>
        public PlatformTurn? Next(Func<TenantId, bool> hasRoom)
        {
            for (var left = round.Count; left > 0; left--)
            {
                var tenant = round.Dequeue();
                var queue = waiting[tenant];
                while (queue.TryPeek(out var given) && given.IsOver)
                    queue.Dequeue();
                var turn = queue.Count > 0 && hasRoom(tenant) ? queue.Dequeue() : null;
                if (queue.Count > 0)
                    round.Enqueue(tenant);
                else
                    waiting.Remove(tenant);
                if (turn is not null)
                    return turn;
            }
            return null;
        }
    }
}

/// <summary>A place in the queue for the platform, and then a turn there.</summary>
internal sealed class PlatformTurn(PlatformTurns turns, TenantId tenant) : IDisposable
{
    // Whoever is let through goes on elsewhere than inside the lock.
    private readonly TaskCompletionSource granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TenantId Tenant => tenant;

    /// <summary>Completes when it is its turn.</summary>
    public Task Granted => granted.Task;

    internal bool IsOver { get; set; }

    public void Dispose() => turns.GiveBack(this);

    internal void Grant() => granted.SetResult();
}
