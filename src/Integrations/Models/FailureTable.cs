using Campaigns.Domain;

namespace Campaigns.Integrations.Models;

/// <summary>
/// What each failure means to whoever asked: the kind of reply, and the class by which is decided whether to wait, to ask another provider, or to
/// stop. <c>docs/models.md</c> shows the same table.
/// </summary>
internal static class FailureTable
{
    /// <summary>What is answered.</summary>
    public enum Kind
    {
        Busy,
        Rejected,
        Broken,
        Unclear,
    }

    /// <summary>A line of the table.</summary>
    /// <param name="Kind">When it is asked for at once.</param>
    /// <param name="Class">The class.</param>
    /// <param name="MayHaveBegun">Whether a job that was to begin may have begun all the same.</param>
    /// <param name="AboutTheWay">Whether it says nothing of a job that is looked at, only of the looking.</param>
    /// <param name="Says">For a person; the provider's name stands before it.</param>
    public sealed record Line(Kind Kind, ProblemClass Class, bool MayHaveBegun, bool AboutTheWay, string Says);

    /// <summary>The line of a failure.</summary>
    public static Line Of(Failure failure) =>
        failure switch
        {
            Failure.RateLimited => Way(Kind.Busy, ProblemClass.Throttled, "takes no more calls for now."),
            Failure.Overloaded => Way(Kind.Busy, ProblemClass.Transient, "is overloaded."),
            Failure.QuotaUsedUp => Way(Kind.Broken, ProblemClass.QuotaReached, "has given all that the day's quota or the credit allows."),
            Failure.SafetyRefused => Answer(Kind.Rejected, ProblemClass.SafetyRefused, "will not make this, by its rules on content."),
            Failure.InvalidRequest => Answer(Kind.Rejected, ProblemClass.Misconfigured, "does not take the request."),
            Failure.InputRefused => Answer(
                Kind.Rejected,
                ProblemClass.ContentRejected,
                "does not take this input: too large, or of a wrong kind."
            ),
            Failure.InputUnreachable => Answer(
                Kind.Rejected,
                ProblemClass.MediaUnreachable,
                "could not fetch a picture that goes with it."
            ),
            Failure.KeyRefused => Way(Kind.Broken, ProblemClass.Misconfigured, "refuses the key, or what the key may do."),
            Failure.AddressWrong => Way(Kind.Broken, ProblemClass.Misconfigured, "is not where it is configured to be."),
            Failure.ModelGone => Answer(Kind.Broken, ProblemClass.ModelGone, "does not have this model, or no longer."),
            Failure.ServerFailed => Lost(Kind.Broken, "failed on its side."),
            Failure.ServerTimedOut => Lost(Kind.Unclear, "did not finish in time; what it made may be billed."),
            Failure.NeverConnected => Way(Kind.Broken, ProblemClass.Transient, "could not be reached."),
            Failure.TimedOut => Lost(Kind.Unclear, "did not answer in time; what it made may be billed."),
            Failure.ConnectionLost => Lost(Kind.Unclear, "was cut off before its answer was whole; what it made may be billed."),
            Failure.Html => Way(Kind.Broken, ProblemClass.Transient, "answers with a page: something else may be answering."),
            Failure.NotJson => Lost(Kind.Broken, "gave an answer that is not whole JSON."),
            Failure.Cut => Answer(Kind.Broken, ProblemClass.OutputCut, "ran into the limit on its answer's length."),
            Failure.Empty => Answer(Kind.Broken, ProblemClass.OutputUnusable, "answered with nothing."),
            Failure.Malformed => Answer(Kind.Broken, ProblemClass.OutputUnusable, "answered something else than was asked for."),
            Failure.Unfinished => Answer(Kind.Broken, ProblemClass.OutputUnusable, "did not finish its answer."),
            Failure.ResultGone => Answer(Kind.Broken, ProblemClass.OutputUnusable, "no longer has what it made."),
            Failure.Stopped => Answer(Kind.Broken, ProblemClass.Transient, "stopped the job, or was told to."),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "No such failure."),
        };

    /// <summary>The reply, from a failure and what was asked.</summary>
    /// <param name="failed">What went wrong.</param>
    /// <param name="vendor">The provider's name, for people.</param>
    /// <param name="asking">What the call was for.</param>
    public static Reply<T> To<T>(this Failed failed, string vendor, Asking asking)
    {
        var line = Of(failed.Failure);
        var problem = new Problem(line.Class, failed.Code, $"{vendor} {line.Says}");
        return asking switch
        {
            Asking.ToBegin when line.MayHaveBegun => new Reply<T>.Unclear(problem with { Class = ProblemClass.OutcomeUnknown }),
            Asking.ToLook when line.AboutTheWay => new Reply<T>.Busy(problem, failed.RetryAfter),
            Asking.Ended when line.Kind is Kind.Busy or Kind.Unclear => new Reply<T>.Broken(problem),
            _ => line.Kind switch
            {
                Kind.Busy => new Reply<T>.Busy(problem, failed.RetryAfter),
                Kind.Rejected => new Reply<T>.Rejected(problem),
                Kind.Unclear => new Reply<T>.Unclear(problem),
                _ => new Reply<T>.Broken(problem),
            },
        };
    }

    private static Line Way(Kind kind, ProblemClass what, string says) => new(kind, what, MayHaveBegun: false, AboutTheWay: true, says);

    private static Line Lost(Kind kind, string says) => new(kind, ProblemClass.Transient, MayHaveBegun: true, AboutTheWay: true, says);

    private static Line Answer(Kind kind, ProblemClass what, string says) => new(kind, what, MayHaveBegun: false, AboutTheWay: false, says);
}
