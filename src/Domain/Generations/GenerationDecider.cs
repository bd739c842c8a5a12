using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Generations.Generation;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Generations;

/// <summary>Every choice made about an AI job.</summary>
public static class GenerationDecider
{
    /// <summary>How often a job is tried before it fails for good.</summary>
    public const int MostAttempts = 5;

    /// <summary>Takes a job. Taking it twice changes nothing.</summary>
    public static Decision<GenerationEvent> Request(Generation state, GenerationJob job) =>
        (state, job) switch
        {
            (not Unknown, _) => [],
            (_, GenerationJob.Text t) => [new TextRequested(t.Campaign, t.Brief, t.Brand, t.Order)],
            (_, GenerationJob.Image i) => [new ImageRequested(i.Campaign, i.Item, i.Prompt, i.Ratio)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The intent to call a provider. A crash after it leaves an attempt without outcome; it counts as one.</summary>
    public static Decision<GenerationEvent> Start(Generation state, DateTimeOffset now) =>
        state is Working w
            ? w.Attempts < MostAttempts
                ? [new AttemptStarted(w.Attempts + 1, now)]
                : [new Failed(new(ProblemClass.Transient, "attempts_used_up", $"No result after {MostAttempts} attempts."))]
            : [];

    /// <summary>The posts came, or did not.</summary>
    public static Decision<GenerationEvent> RecordText(
        Generation state,
        Reply<(IReadOnlyList<DraftPost> Posts, Provenance MadeBy, TokenUsage Usage)> reply,
        DateTimeOffset now
    ) => Record(state, reply, made => new TextProduced(made.Posts, made.MadeBy, made.Usage), now);

    /// <summary>The picture came, or did not.</summary>
    public static Decision<GenerationEvent> RecordImage(
        Generation state,
        Reply<(MediaAsset Media, Provenance MadeBy, TokenUsage Usage)> reply,
        DateTimeOffset now
    ) => Record(state, reply, made => new ImageProduced(made.Media, made.MadeBy, made.Usage), now);

    /// <summary>The campaign has heard of it.</summary>
    public static Decision<GenerationEvent> RecordDelivered(Generation state) =>
        state is Finished { Delivered: false } ? [new Delivered()] : [];

    private static Decision<GenerationEvent> Record<T>(
        Generation state,
        Reply<T> reply,
        Func<T, GenerationEvent> made,
        DateTimeOffset now
    ) =>
        (state, reply) switch
        {
            (not Working, _) => [],
            (_, Reply<T>.Done done) => [made(done.Value)],
            (_, Reply<T>.Rejected rejected) => [new Failed(rejected.Problem)],
            (Working w, Reply<T>.Busy busy) => Again(w, busy.Problem, busy.RetryAfter, now),
            (Working w, Reply<T>.Broken broken) => Again(w, broken.Problem, null, now),
            (Working w, Reply<T>.Unclear unclear) => Again(w, unclear.Problem, null, now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Decision<GenerationEvent> Again(Working working, Problem problem, TimeSpan? wish, DateTimeOffset now) =>
        problem.Class is ProblemClass.Misconfigured || working.Attempts >= MostAttempts
            ? [new Failed(problem)]
            : [new AttemptFailed(problem, now + Wait(wish, working.Attempts))];

    // The outside's own wish, within a second and a day; else 4 s, doubling.
    private static TimeSpan Wait(TimeSpan? wish, int attempts) =>
        wish is { } asked
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay))
            : TimeSpan.FromSeconds(2 * Math.Pow(2, attempts));
}
