using System.Collections.Immutable;
using System.Text.Json.Serialization;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Generations;

/// <summary>Where one AI job stands.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Working), "working")]
[JsonDerivedType(typeof(Finished), "finished")]
public abstract record Generation : IFold<Generation, GenerationEvent>
{
    private Generation() { } // closed: every case is below

    /// <summary>Nobody asked for it.</summary>
    public sealed record Unknown : Generation;

    /// <summary>It is to be made.</summary>
    /// <param name="Job">What.</param>
    /// <param name="Attempts">Calls begun so far.</param>
    /// <param name="TryAt">When the next may be made.</param>
    public sealed record Working(GenerationJob Job, int Attempts, DateTimeOffset TryAt) : Generation
    {
        /// <summary>How it is carried out; null for a job from before this was kept.</summary>
        public GenerationPlan? Plan { get; init; }

        /// <summary>Whose turn it is, by its place in the chain.</summary>
        public int Place { get; init; }

        /// <summary>How often that one was asked in a row.</summary>
        public int Tries { get; init; }

        /// <summary>Places of the chain that need not be asked again.</summary>
        public ImmutableList<int> LeftBehind { get; init; } = [];

        /// <summary>The call that is under way, or that died; null when none is.</summary>
        public OpenAttempt? Open { get; init; }

        /// <summary>The faulty answer that is being mended; null when there is none.</summary>
        public FaultyAnswer? Draft { get; init; }

        /// <summary>Tokens of all calls so far.</summary>
        public TokenUsage Spent { get; init; } = new(0, 0, 0, 0);

        /// <summary>Calls that ended and of which the ledger has not heard.</summary>
        public ImmutableList<UnsettledAttempt> Unsettled { get; init; } = [];

        /// <summary>Whether someone called it off.</summary>
        public bool IsCancelled { get; init; }

        /// <summary>Who is asked now; null without a plan.</summary>
        [JsonIgnore]
        public ModelChoice? Model => Plan is { Chain: { Count: > 0 } chain } ? chain[Math.Min(Place, chain.Count - 1)] : null;
    }

    /// <summary>It came, or will not come.</summary>
    public sealed record Finished(GenerationJob Job, GenerationResult Result, bool Delivered) : Generation
    {
        /// <summary>Calls that ended and of which the ledger has not heard.</summary>
        public ImmutableList<UnsettledAttempt> Unsettled { get; init; } = [];
    }

    /// <inheritdoc />
    public static Generation Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 7;

    /// <inheritdoc />
    public static Generation Evolve(Generation state, GenerationEvent happened) =>
        (state, happened) switch
        {
            (Unknown, TextRequested e) => new Working(new GenerationJob.Text(e.Campaign, e.Brief, e.Brand, e.Order), 0, default),
            (Unknown, ImageRequested e) => new Working(new GenerationJob.Image(e.Campaign, e.Item, e.Prompt, e.Ratio), 0, default),
            (Unknown, Requested e) => new Working(e.Job, 0, default) { Plan = e.Plan },
            (Working w, Planned e) => w with { Plan = e.Plan },
            (Working w, AttemptStarted e) => w with { Attempts = e.Attempt, Tries = w.Tries + 1, Open = OpenAttempt.Of(e) },
            (Working { Open: { } open } w, OperationBegun e) when open.Number == e.Attempt => w with
            {
                Open = open with { Operation = e.Operation, RequestId = e.RequestId },
            },
            (Working { Open: { } open } w, ProgressMade e) when open.Number == e.Attempt => w with { Open = open with { Share = e.Share } },
            (Working w, AttemptEnded e) => Ended(w, e),
            (Working w, AttemptSettled e) => w with { Unsettled = Without(w.Unsettled, e) },
            (Finished f, AttemptSettled e) => f with { Unsettled = Without(f.Unsettled, e) },
            (Working w, AnswerFaulty e) => w with { Draft = new(e.Answer, e.Faults, e.Usable), Tries = 0 },
            (Working w, AttemptFailed e) => w with { TryAt = e.RetryAt, Open = null },
            (Working w, MovedOn e) => w with
            {
                Place = e.Place,
                Tries = 0,
                TryAt = e.RetryAt,
                Open = null,
                Draft = w.Draft is { Usable: not null } ? w.Draft : null, // nothing of it is worth mending
                LeftBehind = e.IsLasting && !w.LeftBehind.Contains(w.Place) ? w.LeftBehind.Add(w.Place) : w.LeftBehind,
            },
            (Working w, CancelRequested) => w with { IsCancelled = true },
            (Working w, TextProduced e) => Finish(w, new GenerationResult.Posts(e.Posts, e.MadeBy, e.Missing)),
            (Working w, Rewritten e) => Finish(w, new GenerationResult.Variants(e.Variants, e.MadeBy, e.Missing)),
            (Working w, BriefImproved e) => Finish(w, new GenerationResult.Brief(e.Brief, e.MadeBy)),
            (Working w, ImageProduced e) => Finish(w, new GenerationResult.Picture(e.Media, e.MadeBy)),
            (Working w, MediaProduced e) => Finish(w, new GenerationResult.Picture(e.Media, e.MadeBy)),
            (Working w, Failed e) => Finish(w, new GenerationResult.Nothing(e.Problem)),
            (Finished f, Delivered) => f with { Delivered = true },
            _ => state, // a fact that no longer matters
        };

    private static Finished Finish(Working working, GenerationResult result) =>
        new(working.Job, result, Delivered: false) { Unsettled = working.Unsettled };

    private static Working Ended(Working working, AttemptEnded e)
    {
        var open = working.Open?.Number == e.Attempt ? working.Open : null;
        return working with
        {
            Open = open is null ? working.Open : null,
            Spent = e.Usage.Tokens is { } tokens ? Sum(working.Spent, tokens) : working.Spent,
            Unsettled = open?.Reserved is { } reserved ? working.Unsettled.Add(new(reserved.Month, e)) : working.Unsettled,
        };
    }

    private static ImmutableList<UnsettledAttempt> Without(ImmutableList<UnsettledAttempt> unsettled, AttemptSettled settled) =>
        unsettled.RemoveAll(one => one.End.Attempt == settled.Attempt);

    private static TokenUsage Sum(TokenUsage one, TokenUsage other) =>
        new(one.Input + other.Input, one.CachedInput + other.CachedInput, one.Output + other.Output, one.Thinking + other.Thinking);
}
