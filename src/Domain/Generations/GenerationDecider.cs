using static Campaigns.Domain.Generations.Generation;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Generations;

/// <summary>Every choice made about an AI job.</summary>
public static partial class GenerationDecider
{
    /// <summary>How often a job of one model is tried before it fails for good.</summary>
    public const int MostAttempts = 5;

    /// <summary>How often for each model where there are several.</summary>
    public const int MostAttemptsOfEach = 3;

    /// <summary>Progress is recorded in steps of this share.</summary>
    private const double ProgressStep = 0.1;

    /// <summary>Takes a job. Taking it twice changes nothing.</summary>
    public static Decision<GenerationEvent> Request(Generation state, GenerationJob job, GenerationPlan plan) =>
        state is Unknown ? [new Requested(job, plan)] : [];

    /// <summary>Gives its plan to a job that has none.</summary>
    public static Decision<GenerationEvent> Plan(Generation state, GenerationPlan plan) =>
        state is Working { Plan: null } ? [new Planned(plan)] : [];

    /// <summary>
    /// The intent to call a provider. A crash after it leaves an attempt without outcome; it counts as one, and <see cref="End"/> says of it what is
    /// not known.
    /// </summary>
    public static Decision<GenerationEvent> Start(Generation state, int attempt, AttemptReservation reserved, DateTimeOffset now) =>
        state is Working { Open: null, IsCancelled: false, Model: { } model } w && w.Attempts + 1 == attempt
            ? [new AttemptStarted(attempt, now, model, reserved)]
            : [];

    /// <summary>The money for a call is refused: the next model may cost less than nothing known; a limit stops the job.</summary>
    public static Decision<GenerationEvent> RefuseMoney(Generation state, Refusal refusal, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (state is not Working w)
            return [];
        var unpriced = refusal.Code is "ledger.model_not_priced" or "ledger.bound_malformed";
        var problem = new Problem(unpriced ? ProblemClass.Misconfigured : ProblemClass.SpendingLimited, refusal.Code, refusal.Message);
        return [.. After(w, unpriced ? AfterFailure.LeaveBehind : AfterFailure.Stop, problem, null, now)];
    }

    /// <summary>The one whose turn it is cannot be asked at all.</summary>
    public static Decision<GenerationEvent> PassOver(Generation state, Problem problem, DateTimeOffset now) =>
        state is Working { Open: null } w ? [.. After(w, AfterFailure.LeaveBehind, problem, null, now)] : [];

    /// <summary>The provider works on it.</summary>
    public static Decision<GenerationEvent> RecordOperation(Generation state, int attempt, string operation, string? requestId) =>
        state is Working { Open: { Operation: null } open } && open.Number == attempt
            ? [new OperationBegun(attempt, operation, requestId)]
            : [];

    /// <summary>How far the provider is; small steps are not worth an event.</summary>
    public static Decision<GenerationEvent> RecordProgress(Generation state, int attempt, double share) =>
        state is Working { Open: { } open } && open.Number == attempt && Math.Clamp(share, 0, 1) >= (open.Share ?? 0) + ProgressStep
            ? [new ProgressMade(attempt, Math.Clamp(share, 0, 1))]
            : [];

    /// <summary>The ledger has heard of a call.</summary>
    public static Decision<GenerationEvent> RecordSettled(Generation state, int attempt) =>
        Unsettled(state).Any(one => one.End.Attempt == attempt) ? [new AttemptSettled(attempt)] : [];

    /// <summary>Calls it off. What the provider has begun is asked to stop; once it is over there is nothing to call off.</summary>
    public static Decision<GenerationEvent> Cancel(Generation state, ActorId by) =>
        state switch
        {
            Unknown => Refusal.GenerationNotFound,
            Working { IsCancelled: true } => [],
            Working => [new CancelRequested(by)],
            _ => Refusal.GenerationOver,
        };

    /// <summary>It was called off, and nothing is under way any more.</summary>
    public static Decision<GenerationEvent> EndCancelled(Generation state) =>
        state is Working { IsCancelled: true, Open: null } ? [new Failed(CalledOff)] : [];

    /// <summary>Its time is over. What was usable of a faulty answer is taken.</summary>
    public static Decision<GenerationEvent> GiveUp(Generation state) =>
        state is Working { Open: null } w
            ? [Close(w, new(ProblemClass.Transient, "deadline_passed", "It did not come in time; its time is over."))]
            : [];

    /// <summary>The campaign has heard of it.</summary>
    public static Decision<GenerationEvent> RecordDelivered(Generation state) =>
        state is Finished { Delivered: false } ? [new Delivered()] : [];

    private static Problem CalledOff => new(ProblemClass.Cancelled, "cancelled", "Someone called it off.");

    private static System.Collections.Immutable.ImmutableList<UnsettledAttempt> Unsettled(Generation state) =>
        state switch
        {
            Working w => w.Unsettled,
            Finished f => f.Unsettled,
            _ => [],
        };
}
