using Campaigns.Domain.Ledgers;

namespace Campaigns.Domain.Generations;

/// <summary>What is done after a call that failed.</summary>
public enum AfterFailure
{
    /// <summary>The same model is asked again, after a wait.</summary>
    AskAgain,

    /// <summary>The next model is asked; this one may do later.</summary>
    MoveOn,

    /// <summary>The next model is asked; this one will not do for this job.</summary>
    LeaveBehind,

    /// <summary>Nobody is asked any more: a person must change something.</summary>
    Stop,
}

/// <summary>
/// Which failures move on to the next provider, which are tried again, which end the job. Read from top to bottom: the first line that fits holds.
/// What an adapter calls a failure is decided in the adapter; here nothing is decided by searching messages.
/// </summary>
public static class FallbackTable
{
    /// <summary>Of an adapter whose circuit to that model is open: nothing was sent.</summary>
    public const string CircuitOpen = "circuit_open";

    /// <summary>So often one model is asked in a row before another is, where there is one.</summary>
    public const int TriesOfOne = 2;

    /// <summary>Whoever wants to be left alone for longer than this is passed over, where there is another.</summary>
    public static readonly TimeSpan LongestWish = TimeSpan.FromSeconds(20);

    /// <summary>What to do.</summary>
    /// <param name="outcome">How the call ended: one of <see cref="OutcomeClasses"/>.</param>
    /// <param name="problem">What went wrong.</param>
    /// <param name="tries">How often this model was asked in a row, this call among them.</param>
    /// <param name="wish">How long the provider wishes to be left alone.</param>
    public static AfterFailure Of(string outcome, Problem problem, int tries, TimeSpan? wish)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return (outcome, problem.Class) switch
        {
            // Called off by a person, or by the limit on money.
            (OutcomeClasses.Cancelled, _) => AfterFailure.Stop,
            (_, ProblemClass.Cancelled or ProblemClass.SpendingLimited) => AfterFailure.Stop,
            // Nothing was sent, the model is known to be down.
            _ when problem.Code == CircuitOpen => AfterFailure.MoveOn,
            // A refusal for what was asked: shopping around for a laxer provider is not done.
            (_, ProblemClass.SafetyRefused or ProblemClass.ContentRejected) => AfterFailure.Stop,
            // A picture to go by cannot be had: no other provider would get it either.
            (_, ProblemClass.MediaUnreachable or ProblemClass.MediaUnprocessable) => AfterFailure.Stop,
            // A retired model (404), an answer cut off at its limit, a refused key, a request that this one does not understand: another may.
            (_, ProblemClass.ModelGone or ProblemClass.OutputCut) => AfterFailure.LeaveBehind,
            (_, ProblemClass.Misconfigured or ProblemClass.AccountBroken) => AfterFailure.LeaveBehind,
            // A quota that is used up, for a day or longer. A limit on calls comes as busy.
            (_, ProblemClass.QuotaReached) => AfterFailure.LeaveBehind,
            (OutcomeClasses.Broken or OutcomeClasses.Rejected, ProblemClass.Throttled) => AfterFailure.LeaveBehind,
            (OutcomeClasses.Rejected, _) => AfterFailure.LeaveBehind,
            // A limit on calls, or an overloaded provider: once more, unless it wants to be left alone for long.
            (OutcomeClasses.Busy, _) => tries < TriesOfOne && (wish is null || wish <= LongestWish)
                ? AfterFailure.AskAgain
                : AfterFailure.MoveOn,
            // Unreachable, reset, too slow, timed out, empty, no JSON, HTML, an error inside a 200, lost with its process.
            (OutcomeClasses.Broken or OutcomeClasses.Unclear, _) => tries < TriesOfOne ? AfterFailure.AskAgain : AfterFailure.MoveOn,
            _ => AfterFailure.MoveOn,
        };
    }
}
