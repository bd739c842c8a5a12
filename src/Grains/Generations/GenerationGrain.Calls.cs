using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Generations;

/// <summary>
/// Its calls. First a turn, then the money, then the intent, and only then the call. A call goes on beside the grain's turns; when it ends the
/// grain looks again. What an activation that is lost had begun is either found by its operation, or said to be unclear.
/// </summary>
internal sealed partial class GenerationGrain
{
    /// <summary>An activation with a call on its hands is not collected for being idle.</summary>
    private static readonly TimeSpan StaysFor = TimeSpan.FromMinutes(10);

    private CallInHand? call;
    private DateTimeOffset lookAt;
    private bool isGone;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (call is { } going && reason.ReasonCode is DeactivationReasonCode.ShuttingDown)
            try
            {
                await Task.WhenAny(going.News, Task.Delay(settings.Farewell, cancellationToken));
                if (going.News.IsCompleted)
                    await Heard();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Logger.LogWarning(
                    e,
                    "Generation {Key}: a call ended as its silo stopped, and could not be recorded",
                    this.GetPrimaryKeyString()
                );
            }
        isGone = true;
        if (call is not null)
            await call.Stop.CancelAsync();
        Leave();
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    private async Task<Pause?> Begin(GenerationStep.Call next)
    {
        var working = (Generation.Working)State;
        if (models.Missing(working.Model, next.Job.Needs) is { } missing)
        {
            await Record(GenerationDecider.PassOver(State, missing, Now), Actor);
            return null;
        }
        if (!HasTurn(next.Job.Needs))
            return Pause.UntilWoken;
        var id = AttemptId.Of(new(Guid.Parse(Id)), next.Attempt);
        switch (await GrainFactory.Ledger(Tenant).Reserve(Plan(id, next, working)))
        {
            case LedgerAnswer.Refused refused:
                Leave();
                await Record(GenerationDecider.RefuseMoney(State, refused.Refusal, Now), Actor);
                return null;
            case LedgerAnswer.Granted granted:
                var reserved = new AttemptReservation(granted.Month, granted.Amount, granted.PriceVersion);
                if (
                    !await RecordBare(GenerationDecider.Start(State, next.Attempt, reserved, Now), Actor)
                    || State is not Generation.Working { Open: { } open }
                    || open.Number != next.Attempt
                )
                    return null; // someone was faster; the same attempt gets the same reservation
                Make(next, working.Model!);
                return Pause.UntilWoken;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private AttemptPlan Plan(AttemptId id, GenerationStep.Call next, Generation.Working working) =>
        new(
            id,
            next.Job.Operation,
            working.Model!,
            next.Job.Campaign,
            new GenerationId(Guid.Parse(Id)),
            working.Plan!.By,
            UsageBounds.Of(next.Job, next.Draft, desk, settings)
        );

    /// <summary>Whether it has a turn; if not it queues up, and looks again when it has.</summary>
    private bool HasTurn(Capability what)
    {
        if (turn is null)
        {
            turn = turns.Ask(Tenant, what);
            if (!turn.Granted.IsCompleted)
                _ = WakeAfter(turn.Granted);
        }
        return turn.Granted.IsCompleted;
    }

    private void Make(GenerationStep.Call next, ModelChoice model)
    {
        var stop = new CancellationTokenSource(GenerationSettings.CallTime(next.Job.Needs), TimeProvider.System);
        call = new CallInHand(next.Attempt, stop);
        call.News = Guarded(
            next.Job.Needs is Capability.Text
                ? () => calls.Write(next.Job, model, next.Draft, Tenant, stop.Token)
                : () => calls.Make(next.Job, model, Tenant, stop.Token),
            model,
            stop,
            Now
        );
        DelayDeactivation(StaysFor);
        _ = WakeAfter(call.News);
    }

    private async Task<Pause?> Look(GenerationStep.Look look)
    {
        if (State is Generation.Working { Plan.Deadline: var deadline } && deadline <= Now)
        {
            await calls.Cancel(((Generation.Working)State).Job, look.Model, look.Operation, CancellationToken.None);
            await Record(GenerationDecider.End(State, look.Attempt.Number, TooLate(look), Now), Actor);
            return null;
        }
        if (lookAt > Now)
            return Pause.Until(lookAt);
        var job = ((Generation.Working)State).Job;
        var stop = new CancellationTokenSource(GenerationSettings.JobTime(job.Needs), TimeProvider.System);
        call = new CallInHand(look.Attempt.Number, stop);
        call.News = Guarded(() => calls.Look(job, look.Attempt, look.Model, look.Operation, Tenant, stop.Token), null, stop, Now);
        DelayDeactivation(StaysFor);
        _ = WakeAfter(call.News);
        return Pause.UntilWoken;
    }

    /// <summary>What the call told, if it has.</summary>
    private async Task<Pause?> Heard()
    {
        if (call is not { News: { IsCompleted: true } told } ended)
            return Pause.UntilWoken;
        var news = await told;
        switch (news)
        {
            case CallNews.Over { End: var end }:
                Leave(); // the provider has none of it any more: the next one need not wait until this is written down
                while (
                    !await Record(GenerationDecider.End(State, ended.Attempt, end, Now), Actor)
                    && State is Generation.Working { Open.Number: var number }
                    && number == ended.Attempt
                )
                    continue; // someone was faster: it is decided anew on what is there now
                break;
            case CallNews.Going going:
                await Record(GenerationDecider.RecordOperation(State, ended.Attempt, going.Operation, going.RequestId), Actor);
                if (going.Share is { } share)
                    await Record(GenerationDecider.RecordProgress(State, ended.Attempt, share), Actor);
                lookAt = Now + settings.LookEvery;
                break;
            case CallNews.NotSeen { Wish: var wish }:
                lookAt = Now + (wish ?? settings.LookEvery + settings.LookEvery);
                break;
        }
        // Only now: until it is recorded, the call is in hand.
        ended.Stop.Dispose();
        call = null;
        return null;
    }

    private async Task<Pause?> Stop(GenerationStep.Stop stop)
    {
        if (stop.IsOurs)
        {
            await call!.Stop.CancelAsync();
            return await Heard();
        }
        var open = stop.Attempt;
        if (open is { Operation: { } operation, Model: { } model })
            await calls.Cancel(((Generation.Working)State).Job, model, operation, CancellationToken.None);
        var end = open.Operation is null
            ? AttemptEnd.Lost(open.Model ?? new("unknown", "unknown"), Now - open.Since)
            : new AttemptEnd(OutcomeClasses.Cancelled, open.Model!.Model, MeasuredUsage.None, Now - open.Since, open.RequestId, CalledOff);
        await Record(GenerationDecider.End(State, open.Number, end, Now), Actor);
        return null;
    }

    private static Problem CalledOff => new(ProblemClass.Cancelled, "cancelled", "It was called off.");

    private AttemptEnd TooLate(GenerationStep.Look look) =>
        new(
            OutcomeClasses.Unclear,
            look.Model.Model,
            MeasuredUsage.None,
            Now - look.Attempt.Since,
            look.Attempt.RequestId,
            new(ProblemClass.Transient, "deadline_passed", "It did not come in time, and was asked to stop.")
        );

    private async Task<CallNews> Guarded(Func<Task<CallNews>> make, ModelChoice? model, CancellationTokenSource stop, DateTimeOffset since)
    {
        try
        {
            await Task.Yield(); // the caller goes on first
            return await make();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var stopped = stop.IsCancellationRequested;
            if (!stopped)
                Logger.LogWarning(e, "Generation {Key}: a call threw", this.GetPrimaryKeyString());
            var cancelled = stopped && State is Generation.Working { IsCancelled: true };
            if (model is null) // a look: the operation is there still, and if it was called off it is stopped at the provider next
                return new CallNews.NotSeen(cancelled ? TimeSpan.Zero : null);
            return new CallNews.Over(
                new(
                    cancelled ? OutcomeClasses.Cancelled : OutcomeClasses.Unclear,
                    model.Model,
                    MeasuredUsage.None,
                    Now - since,
                    Problem: cancelled ? CalledOff
                        : stopped
                            ? new(ProblemClass.Transient, "timeout", "The provider did not answer in time; what it made may be billed.")
                        : new(ProblemClass.Transient, "threw", $"The call ended in {e.GetType().Name}; what it made may be billed.")
                )
            );
        }
    }

    private async Task WakeAfter(Task what)
    {
        await what.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!isGone)
            GoOn();
    }
}
