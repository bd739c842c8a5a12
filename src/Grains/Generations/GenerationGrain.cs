using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Publications;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Generations;

/// <summary>
/// Has one thing made by a model. Its reminder is its heartbeat: it rings until the campaign has heard of the result. Calls are made beside the
/// grain's turns, so that a job can be called off while its call goes on.
/// </summary>
internal sealed partial class GenerationGrain(
    Journal journal,
    GenerationSettings settings,
    Models models,
    ModelCalls calls,
    ModelTurns turns,
    Integrations.IWritingDesk desk,
    ILogger<GenerationGrain> logger
) : SagaGrain<Generation, GenerationEvent>(journal, logger), IGenerationGrain
{
    // Asked for again though it was delivered: the campaign has not heard after all, and hearing twice changes nothing.
    private bool deliverAgain;
    private PlatformTurn? turn;

    protected override string Category => "generation";

    protected override ActorId Actor => ActorId.Generator;

    public async Task Start(GenerationJob job, ActorId by, ModelChoice? first)
    {
        await Refresh();
        if (State is Generation.Unknown)
        {
            await RingBy(Now); // before the append: a stray ring heals itself, a missing one would not
            await Record(GenerationDecider.Request(State, job, settings.PlanFor(job.Needs, first, by, Now, models)), Actor);
        }
        deliverAgain = State is Generation.Finished { Delivered: true };
        GoOn();
    }

    public Task Wake()
    {
        GoOn();
        return Task.CompletedTask;
    }

    public async Task<Outcome> Cancel(CommandContext by)
    {
        var outcome = await Handle(new CancelGeneration(), by, state => GenerationDecider.Cancel(state, by.Actor));
        GoOn();
        return outcome;
    }

    protected override async Task<Pause?> Step()
    {
        switch (Next())
        {
            case GenerationStep.Wait { Until: var until }:
                Leave();
                return Pause.Until(until);
            case GenerationStep.Plan { Job: var job }:
                await Record(GenerationDecider.Plan(State, settings.PlanFor(job.Needs, null, Actor, Now, models)), Actor);
                return null;
            case GenerationStep.Call call:
                return await Begin(call);
            case GenerationStep.Await:
                return await Heard();
            case GenerationStep.Look look:
                return await Look(look);
            case GenerationStep.Lose { Attempt: var lost }:
                var end = AttemptEnd.Lost(lost.Model ?? new("unknown", "unknown"), Now - lost.Since);
                await Record(GenerationDecider.End(State, lost.Number, end, Now), Actor);
                return null;
            case GenerationStep.Stop stop:
                return await Stop(stop);
            case GenerationStep.EndCancelled:
                await Record(GenerationDecider.EndCancelled(State), Actor);
                return null;
            case GenerationStep.GiveUp:
                await Record(GenerationDecider.GiveUp(State), Actor);
                return null;
            case GenerationStep.Settle { Attempt: var ended }:
                await Settle(ended);
                return null;
            case GenerationStep.Deliver { Job: var job, Result: var result }:
                Leave();
                var campaign = GrainFactory.Campaign(Tenant, job.Campaign);
                if (await campaign.RecordResult(new(Guid.Parse(Id)), result) is Outcome.Unavailable busy)
                    return Pause.Until(Now + busy.RetryAfter);
                deliverAgain = false;
                await Record(GenerationDecider.RecordDelivered(State), Actor);
                return null;
            default:
                Leave();
                return Pause.Forever;
        }
    }

    private GenerationStep Next() =>
        deliverAgain && State is Generation.Finished finished
            ? new GenerationStep.Deliver(finished.Job, finished.Result)
            : GenerationFlow.Next(State, call?.Attempt, Now);

    private async Task Settle(UnsettledAttempt ended)
    {
        var end = ended.End;
        await GrainFactory
            .Ledger(Tenant)
            .Settle(
                new(
                    AttemptId.Of(new(Guid.Parse(Id)), end.Attempt),
                    end.Usage,
                    end.Latency,
                    end.OutcomeClass,
                    end.Problem,
                    end.RequestId,
                    end.ModelNamed,
                    ended.Month
                )
            );
        await Record(GenerationDecider.RecordSettled(State, end.Attempt), Actor);
    }

    /// <summary>Lets others have the turn.</summary>
    private void Leave()
    {
        turn?.Dispose();
        turn = null;
    }

    /// <summary>Tells apart a command that has no body.</summary>
    private sealed record CancelGeneration;
}
