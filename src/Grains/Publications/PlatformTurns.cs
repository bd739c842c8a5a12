using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Publications;

/// <summary>How many steps at the platform a silo takes side by side.</summary>
/// <param name="Most">In all.</param>
/// <param name="MostOfOne">Of one tenant: some room is always left for the others.</param>
public sealed record PlatformLimits(int Most, int MostOfOne)
{
    /// <summary>
    /// How many of them may be on their way to their call, which costs this machine's time and not the platform's. Enough that none of the
    /// waits on that way, for the log and for other grains, leaves the machine idle.
    /// </summary>
    public int MostBeginning { get; init; } = 96;

    /// <summary>
    /// Of one tenant while another has anything to do, or due soon: few, so that whoever comes between thousands that are due at one instant waits for
    /// few, and finds the machine free.
    /// </summary>
    public int MostBeginningOfOne { get; init; } = 3;

    /// <summary>Of a tenant while no other has anything to do, or due soon.</summary>
    public int MostBeginningAlone { get; init; } = 64;

    /// <summary>Enough for a platform that takes seconds, and little enough not to swamp a small machine.</summary>
    public static PlatformLimits Default { get; } = new(512, 384);
}

/// <summary>
/// Shares the way to the platform among tenants: first come, first served within a tenant, in turn among tenants, and what is due before what
/// is only prepared. A turn is taken before a step is begun, so that no intent is committed that then stands in a queue.
/// </summary>
internal sealed class PlatformTurns(PlatformLimits limits, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<PlatformTurn, DateTimeOffset> dueLater = new();
    private ITimer? alarm;
    private DateTimeOffset alarmAt = DateTimeOffset.MaxValue;
    private readonly Dictionary<TenantId, int> taken = [];
    private readonly Dictionary<TenantId, int> beginning = [];
    private readonly Dictionary<TenantId, int> present = []; // with turns that are not over
    private readonly Lane urgent = new();
    private readonly Lane ordinary = new();
    private int inAll;
    private int beginningInAll;

    /// <summary>Queues up for a turn; it may come at once. Whoever has it, or no longer wants it, gives it back by disposing of it.</summary>
    public PlatformTurn Ask(TenantId tenant, bool isUrgent)
    {
        var turn = new PlatformTurn(this, tenant);
        lock (gate)
        {
            More(present, tenant);
            (isUrgent ? urgent : ordinary).Add(turn);
            GrantAll();
        }
        return turn;
    }

    /// <summary>
    /// Queues up for a turn that comes no earlier than <paramref name="due"/>, ahead of it: thousands that are due at one instant then begin one
    /// after the other, instead of all waking at once to ask for their turns.
    /// </summary>
    public PlatformTurn AskAhead(TenantId tenant, DateTimeOffset due)
    {
        var turn = new PlatformTurn(this, tenant) { Due = due };
        lock (gate)
        {
            More(present, tenant);
            dueLater.Enqueue(turn, due);
            WakeBy(due);
        }
        return turn;
    }

    /// <inheritdoc />
    public void Dispose() => alarm?.Dispose();

    private void WakeBy(DateTimeOffset due)
    {
        if (due >= alarmAt)
            return;
        alarmAt = due;
        var wait = due - clock.GetUtcNow();
        // Rounded up: a timer that rang a moment early would ring for nothing.
        var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(wait.TotalMilliseconds, 0)));
        alarm ??= clock.CreateTimer(_ => OnAlarm(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        alarm.Change(rounded, Timeout.InfiniteTimeSpan);
    }

    private void OnAlarm()
    {
        lock (gate)
        {
            alarmAt = DateTimeOffset.MaxValue;
            var now = clock.GetUtcNow();
            while (dueLater.TryPeek(out var turn, out var due) && (turn.IsOver || due <= now))
            {
                dueLater.Dequeue();
                if (!turn.IsOver)
                    urgent.Add(turn);
            }
            if (dueLater.TryPeek(out _, out var next))
                WakeBy(next);
            GrantAll();
        }
    }

    internal void GiveBack(PlatformTurn turn)
    {
        lock (gate)
        {
            if (turn.IsOver)
                return;
            turn.IsOver = true;
            Less(present, turn.Tenant);
            if (turn.Granted.IsCompleted) // one that is still queued is passed over when it comes up
            {
                inAll--;
                Less(taken, turn.Tenant);
                NoLongerBeginning(turn);
            }
            GrantAll();
        }
    }

    internal void Call(PlatformTurn turn)
    {
        lock (gate)
        {
            NoLongerBeginning(turn);
            GrantAll();
        }
    }

    private void NoLongerBeginning(PlatformTurn turn)
    {
        if (!turn.IsBeginning)
            return;
        turn.IsBeginning = false;
        beginningInAll--;
        Less(beginning, turn.Tenant);
    }

    private static void More(Dictionary<TenantId, int> counts, TenantId tenant) => counts[tenant] = counts.GetValueOrDefault(tenant) + 1;

    private static void Less(Dictionary<TenantId, int> counts, TenantId tenant)
    {
        if (--counts[tenant] == 0)
            counts.Remove(tenant);
    }

    private void GrantAll()
    {
        while (inAll < limits.Most && beginningInAll < limits.MostBeginning && (urgent.Next(HasRoom) ?? ordinary.Next(HasRoom)) is { } turn)
        {
            inAll++;
            beginningInAll++;
            turn.IsBeginning = true;
            More(taken, turn.Tenant);
            More(beginning, turn.Tenant);
            turn.Grant();
        }
    }

    private bool HasRoom(TenantId tenant) =>
        taken.GetValueOrDefault(tenant) < limits.MostOfOne
        && beginning.GetValueOrDefault(tenant) < (present.Count == 1 ? limits.MostBeginningAlone : limits.MostBeginningOfOne);

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

    /// <summary>Not before, UTC; null when it was asked for at once.</summary>
    public DateTimeOffset? Due { get; init; }

    internal bool IsOver { get; set; }

    /// <summary>Whether it has its turn and has not called yet.</summary>
    internal bool IsBeginning { get; set; }

    /// <summary>The call is under way: from here on it is the platform that takes its time. Saying so again changes nothing.</summary>
    public void Call() => turns.Call(this);

    public void Dispose() => turns.GiveBack(this);

    internal void Grant() => granted.SetResult();
}
