using Campaigns.Domain;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Erasures;

/// <summary>
/// Erases a tenant. Its reminder is armed when the erasure is planned, for the end of the days of grace, and rings each minute from then on until
/// the certificate is written: wherever it is killed, it goes on from what its stream says.
/// </summary>
internal sealed class ErasureGrain(Journal journal, ErasureTools tools, ILogger<ErasureGrain> logger)
    : EventSourcedGrain<Erasure, ErasureEvent>(journal, logger),
        IErasureGrain,
        IRemindable
{
    private const string Alarm = "erasure";

    /// <summary>For clocks that differ, and for what was begun just before a key was forgotten.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private IGrainTimer? timer;

    protected override string Category => "erasure";

    public Task<Outcome> Ask(EraseTenant ask, CommandContext by) =>
        Guard(async () =>
        {
            await Refresh();
            if (State is not Erasure.None)
                return new Outcome.Refused(State is Erasure.Complete ? Refusal.TenantErased : Refusal.ErasureBegun);
            await Ring(Now + tools.Options.Grace); // before the plan: a stray ring heals itself, a missing one would not
            return await GrainFactory.Tenant(Tenant).Erase(ask, tools.Options.Grace, by);
        });

    public Task<Outcome> Cancel(CancelErasure ask, CommandContext by) =>
        Guard(async () =>
        {
            await Refresh();
            return State is Erasure.None
                ? await GrainFactory.Tenant(Tenant).CancelErasure(ask, by)
                : new Outcome.Refused(Refusal.ErasureBegun);
        });

    public Task ReceiveReminder(string reminderName, TickStatus status) => Go();

    private async Task Go()
    {
        try
        {
            await Refresh();
            while (await Step()) { }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "{Tenant}: a step of its erasure failed; it is tried again with the next ring", Tenant);
        }
    }

    /// <summary>Does the next step; false when nothing can be done before the next ring.</summary>
    private async Task<bool> Step()
    {
        switch (ErasureFlow.Next(State, Now))
        {
            case ErasureStep.AskTenant:
                return await Begin((await GrainFactory.Tenant(Tenant).Settings()).Erasure);
            case ErasureStep.DestroyKeys:
                var keys = await tools.Keys.Destroy(Tenant);
                return await Record(ErasureFlow.RecordKeys(State, keys, Now + tools.Keys.Lifetime + Margin), ActorId.Eraser);
            case ErasureStep.Wait { Until: var until }:
                await Ring(until);
                return false;
            case ErasureStep.Remove:
                var removed = await tools.Remains.Remove(Tenant, CancellationToken.None);
                var files = await tools.Media.Empty(Tenant, CancellationToken.None);
                await Record(ErasureFlow.Certify(State, [.. removed, new("media", files)]), ActorId.Eraser);
                logger.LogInformation("{Tenant} is erased; the stream {Stream} has the certificate", Tenant, Stream);
                return true;
            default:
                await Silence();
                return false;
        }
    }

    private async Task<bool> Begin(PlannedErasure? planned)
    {
        if (planned is null)
        {
            await Silence(); // cancelled, or never planned
            return false;
        }
        if (planned.DueAt > Now)
        {
            await Ring(planned.DueAt);
            return false;
        }
        if (await tools.Plain.Any(Tenant))
        {
            logger.LogError("{Tenant} cannot be erased: it has events from before there were keys. Run `./campaigns encrypt-log`", Tenant);
            return false;
        }
        return await Record(ErasureFlow.Begin(State, planned, Now), ActorId.Eraser);
    }

    /// <summary>Arms the reminder, which outlives this process, and for a wait that is short a timer that is in time.</summary>
    private async Task Ring(DateTimeOffset at)
    {
        var wait = at - Now;
        await this.RegisterOrUpdateReminder(Alarm, wait < Period ? Period : wait, Period);
        timer?.Dispose();
        timer = null;
        if (wait > 2 * Period)
            return;
        var options = new GrainTimerCreationOptions
        {
            DueTime = wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        };
        timer = this.RegisterGrainTimer(Go, options);
    }

    private async Task Silence()
    {
        timer?.Dispose();
        timer = null;
        if (await this.GetReminder(Alarm) is { } armed)
            await this.UnregisterReminder(armed);
    }
}
