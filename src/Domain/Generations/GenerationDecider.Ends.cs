using static Campaigns.Domain.Generations.Generation;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Generations;

/// <summary>What follows from how a call ended.</summary>
public static partial class GenerationDecider
{
    /// <summary>Records how a call ended, and what is done next, in one decision.</summary>
    public static Decision<GenerationEvent> End(Generation state, int attempt, AttemptEnd end, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (state is not Working { Open: { } open } w || open.Number != attempt)
            return []; // an answer that nobody waits for
        var ended = new AttemptEnded(attempt, end.OutcomeClass, end.ModelNamed, end.Usage, end.Latency, end.RequestId, end.Problem);
        w = (Working)Evolve(w, ended);
        // What came is taken also when it was called off meanwhile: it is paid for.
        if (end.Result is { } result)
            return [ended, Came(w, result)];
        if (w.IsCancelled)
            return [ended, new Failed(CalledOff)];
        if (end.Faulty is not { } faulty)
            return [ended, .. After(w, Row(w, end), end.Problem!, end.RetryAfter, now)];
        if (w.Draft is null)
            return [ended, new AnswerFaulty(attempt, faulty.Answer, faulty.Faults, faulty.Usable)];
        // It was asked to mend it, once.
        return faulty.Usable is { } usable
            ? [ended, Came(w, usable)]
            : [ended, .. After(w, AfterFailure.LeaveBehind, Unfit(faulty), null, now)];
    }

    private static AfterFailure Row(Working working, AttemptEnd end) =>
        FallbackTable.Of(end.OutcomeClass, end.Problem!, working.Tries, end.RetryAfter);

    private static Problem Unfit(FaultyAnswer faulty) =>
        new(ProblemClass.Unfamiliar, "answer_unfit", $"What was written does not fit the order: {string.Join(' ', faulty.Faults.Take(5))}");

    private static IEnumerable<GenerationEvent> After(Working w, AfterFailure what, Problem problem, TimeSpan? wish, DateTimeOffset now)
    {
        var chain = w.Plan?.Chain.Count ?? 1;
        var used = w.Attempts >= Math.Max(MostAttempts, MostAttemptsOfEach * chain);
        if (what is AfterFailure.Stop || used)
            return [Close(w, problem)];
        if (what is AfterFailure.AskAgain)
            return [new AttemptFailed(problem, now + Wait(wish, w.Tries))];
        var lasting = what is AfterFailure.LeaveBehind;
        var behind = lasting ? [.. w.LeftBehind, w.Place] : w.LeftBehind;
        // The next one of the chain; behind its end, the first again that may do later.
        for (var place = w.Place + 1; place < chain; place++)
            if (!behind.Contains(place))
                return [new MovedOn(problem, place, lasting, now)];
        var first = Enumerable.Range(0, chain).Where(place => !behind.Contains(place)).DefaultIfEmpty(-1).First();
        if (first < 0)
            return [Close(w, problem)];
        var retryAt = now + Wait(wish, w.Attempts);
        return first == w.Place ? [new AttemptFailed(problem, retryAt)] : [new MovedOn(problem, first, lasting, retryAt)];
    }

    /// <summary>Nobody is asked any more: what was usable of a faulty answer is taken, or it fails.</summary>
    private static GenerationEvent Close(Working working, Problem problem) =>
        working.Draft?.Usable is { } usable ? Came(working, usable) : new Failed(problem);

    private static GenerationEvent Came(Working working, GenerationResult result) =>
        result switch
        {
            GenerationResult.Posts posts => new TextProduced(posts.Drafts, posts.MadeBy, working.Spent, posts.Missing),
            GenerationResult.Variants variants => new Rewritten(variants.Drafts, variants.MadeBy, variants.Missing),
            GenerationResult.Brief brief => new BriefImproved(brief.Text, brief.MadeBy),
            GenerationResult.Picture picture when working.Job is GenerationJob.Image => new ImageProduced(
                picture.Media,
                picture.MadeBy,
                working.Spent
            ),
            GenerationResult.Picture picture => new MediaProduced(picture.Media, picture.MadeBy),
            GenerationResult.Nothing nothing => new Failed(nothing.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // The outside's own wish, within a second and a day; else 4 s, doubling.
    private static TimeSpan Wait(TimeSpan? wish, int attempts) =>
        wish is { } asked
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay))
            : TimeSpan.FromSeconds(2 * Math.Pow(2, Math.Min(attempts, 8)));
}
