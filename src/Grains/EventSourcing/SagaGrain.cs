using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Grains.Telemetry;
using Campaigns.Keys;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.EventSourcing;

/// <summary>
/// A grain that carries something through the outside world. The stream is its only memory: it looks where it stands, does the next step, and
/// looks again. A reminder rings each minute while something is due soon, so a crash costs at most that; short waits are timers.
/// </summary>
internal abstract class SagaGrain<TState, TEvent>(Journal journal, ILogger logger)
    : EventSourcedGrain<TState, TEvent>(journal, logger),
        IRemindable
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    private const string Heartbeat = "heartbeat";

    /// <summary>Waits beyond this belong to the due sweep; nothing is kept in memory or armed for them.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>Waits up to this are waited out on a timer that keeps the grain alive.</summary>
    private static readonly TimeSpan TimerSpan = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAfterFailure = TimeSpan.FromMinutes(5);

    /// <summary>How long a heartbeat outlives what it was for, and as long again by chance.</summary>
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromSeconds(5);

    private SagaTrace? trace;
    private IGrainTimer? timer;
    private bool isGoing;
    private int failures;
    private IGrainReminder? reminder;
    private DateTimeOffset ringsFrom;

    /// <summary>Under whose name its own steps are recorded.</summary>
    protected abstract ActorId Actor { get; }

    /// <summary>Does the next step. Null: look again at once; else when to.</summary>
    protected abstract Task<Pause?> Step();

    private SagaTrace Trace => trace ??= new(Category);

    /// <summary>The heartbeat, or what is left of an old one.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        GrainTelemetry.Ring(Category);
        using var ring = GrainTelemetry.Source.StartActivity($"reminder {Category}", ActivityKind.Consumer);
        Trace.Arm();
        await Go();
    }

    /// <summary>Goes on in a turn of its own, so that whoever asked does not wait for the outside.</summary>
    protected void GoOn()
    {
        // Armed anew by every command of a row, the timer would only ring after the last of them.
        if (!isGoing)
            Arm(TimeSpan.Zero);
        isGoing = true;
    }

    /// <summary>
    /// Arms the heartbeat for a time that falls inside the horizon. Call before the append that needs it: a stray ring heals itself, a missing
    /// one would not.
    /// </summary>
    protected async Task RingBy(DateTimeOffset due)
    {
        if (due - Now > Horizon)
            return;
        // It rings a minute early and the timer waits out the rest; never nearer than a period: then the timer is what rings, and the reminder is
        // there for a crash.
        var ahead = due - Now - TimerSpan + TimeSpan.FromSeconds(30);
        if (ahead < HeartbeatPeriod)
            ahead = HeartbeatPeriod;
        var first = Now + ahead;
        if (reminder is not null && ahead == HeartbeatPeriod && ringsFrom <= first)
            return; // it rings by then as it is; a row of commands need not write it down each time
        reminder = await Reminding(() => this.RegisterOrUpdateReminder(Heartbeat, ahead, HeartbeatPeriod));
        ringsFrom = first;
    }

    /// <summary>
    /// Reminders are another silo's to keep, perhaps, and its database's troubles come back as whatever could be sent.
    /// </summary>
    /// <exception cref="StoreAwayException">Whatever went wrong.</exception>
    private static async Task<T> Reminding<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new StoreAwayException($"Reminders are away: {e.Message}");
        }
    }

    private async Task Go()
    {
        isGoing = false;
        Activity? step = null;
        IDisposable? names = null;
        try
        {
            await Refresh();
            step = Trace.Begin(Stream.Value, Origin?.TraceParent, Now);
            names = Belong();
            Pause? pause;
            do pause = await Step();
            while (pause is null);
            await Sleep(pause);
            failures = 0;
        }
        catch (TenantErasedException)
        {
            Logger.LogInformation("{Category} {Key}: its tenant was erased; it rests", Category, this.GetPrimaryKeyString());
            await Quiet();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A handler that throws would be called again only a period later.
            Logger.LogWarning(e, "{Category} {Key}: a step failed; it is tried again", Category, this.GetPrimaryKeyString());
            GrainTelemetry.FailedStep(Category);
            step?.SetTag("error.type", e.GetType().Name).SetStatus(ActivityStatusCode.Error);
            Arm(AfterFailure(++failures));
        }
        finally
        {
            step?.Dispose();
            names?.Dispose();
        }
    }

    /// <summary>Calls and log lines of a step carry the correlation id of what set the saga in motion.</summary>
    private IDisposable? Belong()
    {
        if (Origin?.CorrelationId is not { } correlation)
            return null;
        RequestContext.Set(Origin.Correlation, correlation);
        return Logger.BeginScope(new KeyValuePair<string, object?>[] { new("correlationId", correlation) });
    }

    private async Task Sleep(Pause pause)
    {
        if (pause == Pause.UntilWoken)
            return; // the heartbeat stays: it is what is left after a crash
        if (pause.At is not { } at)
        {
            Rest();
            return;
        }
        var wait = at - Now;
        if (wait <= TimerSpan)
            Arm(wait);
        else if (wait > Horizon)
            await Quiet();
        else
            await RingBy(at);
    }

    /// <summary>
    /// Nothing is left to do but to take the heartbeat away, and that can wait: many may be due at this instant, each of which costs the database
    /// such a removal. A crash before it costs one idle ring.
    /// </summary>
    private void Rest() => Ring(Forget, ForgetAfter * (1 + Random.Shared.NextDouble()));

    private async Task Forget()
    {
        try
        {
            await Quiet();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Logger.LogWarning(e, "{Category} {Key}: its heartbeat could not be taken away yet", Category, this.GetPrimaryKeyString());
            Arm(AfterFailure(++failures));
        }
    }

    private async Task Quiet()
    {
        timer?.Dispose();
        (timer, isGoing) = (null, false);
        // Forgotten first: when the answer to the removal is lost, the next try must look what is there.
        var armed = reminder ?? await this.GetReminder(Heartbeat);
        reminder = null;
        if (armed is not null)
            await this.UnregisterReminder(armed);
    }

    // 5 s, doubling: ten thousand grains must not storm a store that comes back.
    private static TimeSpan AfterFailure(int failures)
    {
        var wait = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(failures - 1, 10)));
        return wait < LongestAfterFailure ? wait : LongestAfterFailure;
    }

    private void Arm(TimeSpan wait)
    {
        Trace.Arm();
        Ring(Go, wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }

    private void Ring(Func<Task> what, TimeSpan after)
    {
        timer?.Dispose();
        isGoing = false;
        timer = this.RegisterGrainTimer(
            what,
            new()
            {
                DueTime = after,
                Period = Timeout.InfiniteTimeSpan,
                KeepAlive = true,
            }
        );
    }
}

/// <summary>When a saga looks again.</summary>
/// <param name="At">UTC; null when only something else can move it.</param>
internal sealed record Pause(DateTimeOffset? At)
{
    /// <summary>Nothing is left to do.</summary>
    public static Pause Forever { get; } = new(At: null);

    /// <summary>Something is under way that will wake it.</summary>
    public static Pause UntilWoken { get; } = new(DateTimeOffset.MaxValue);

    /// <summary>Look again then.</summary>
    public static Pause Until(DateTimeOffset at) => new(at);
}
