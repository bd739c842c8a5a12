using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>Where one post stands on its way to one account.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Assembling), "assembling")]
[JsonDerivedType(typeof(Uploaded), "uploaded")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Publishing), "publishing")]
[JsonDerivedType(typeof(Live), "live")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record Publication : IFold<Publication, PublicationEvent>
{
    private Publication() { } // closed: every case is below

    /// <summary>Nobody scheduled it.</summary>
    public sealed record Unknown : Publication;

    /// <summary>Scheduled, and certainly not public.</summary>
    /// <param name="Order">What and where.</param>
    /// <param name="TryAt">Not before this, UTC.</param>
    /// <param name="Failures">Failed tries of this stage in a row.</param>
    /// <param name="LastProblem">What the last failure was.</param>
    /// <param name="Dropped">Containers that were given up: each new one is made later than the last.</param>
    public abstract record Pending(Order Order, DateTimeOffset TryAt, int Failures, Problem? LastProblem, int Dropped) : Publication;

    /// <summary>Nothing of it is at the platform.</summary>
    public sealed record Waiting(Order Order, DateTimeOffset TryAt, int Failures, Problem? LastProblem, int Dropped)
        : Pending(Order, TryAt, Failures, LastProblem, Dropped);

    /// <summary>Some files of a carousel are at the platform, the carousel itself is not.</summary>
    /// <param name="Order">What and where.</param>
    /// <param name="Children">The containers of its files, by place; some may be missing.</param>
    /// <param name="TryAt">Not before this, UTC.</param>
    /// <param name="Failures">Failed tries of the step at hand in a row.</param>
    /// <param name="LastProblem">What the last failure was.</param>
    /// <param name="Dropped">Containers that were given up.</param>
    public sealed record Assembling(
        Order Order,
        ImmutableList<ChildContainer> Children,
        DateTimeOffset TryAt,
        int Failures,
        Problem? LastProblem,
        int Dropped
    ) : Pending(Order, TryAt, Failures, LastProblem, Dropped)
    {
        /// <summary>The first file that has no container; null when all have.</summary>
        public int? Missing =>
            Enumerable.Range(0, Order.Content.AllMedia.Count).Cast<int?>().FirstOrDefault(place => Find(place!.Value) is null);

        /// <summary>When the first of them was made: they age together.</summary>
        public DateTimeOffset OldestAt => Children.Min(child => child.CreatedAt);

        /// <summary>The container of a file; null when it has none.</summary>
        public ChildContainer? Find(int place) => Children.Find(child => child.Place == place);

        /// <inheritdoc />
        public bool Equals(Assembling? other) => base.Equals(other) && Children.SequenceEqual(other.Children);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Children.Count);
    }

    /// <summary>The platform has the content and is looking at it.</summary>
    public sealed record Uploaded(Order Order, Container Container, DateTimeOffset TryAt, int Failures, Problem? LastProblem, int Dropped)
        : Pending(Order, TryAt, Failures, LastProblem, Dropped);

    /// <summary>The platform could publish it.</summary>
    /// <param name="Order">What and where.</param>
    /// <param name="Container">What to publish.</param>
    /// <param name="TryAt">Not before this, UTC.</param>
    /// <param name="Failures">Publish calls that certainly did nothing.</param>
    /// <param name="LastProblem">What the last failure was.</param>
    /// <param name="Dropped">Containers that were given up.</param>
    public sealed record Ready(Order Order, Container Container, DateTimeOffset TryAt, int Failures, Problem? LastProblem, int Dropped)
        : Pending(Order, TryAt, Failures, LastProblem, Dropped);

    /// <summary>A publish call was begun: it may be public. From here on a second container could mean a second post.</summary>
    /// <param name="Order">What and where.</param>
    /// <param name="Container">The only container that may ever be published for it.</param>
    /// <param name="StartedAt">When the last call was begun.</param>
    /// <param name="Attempt">How many calls were begun.</param>
    /// <param name="InDoubt">Whether an earlier call may have gone through: then even a refusal of this one proves nothing.</param>
    /// <param name="UnpublishedReadings">How often since its deadline the platform said that it is not out.</param>
    /// <param name="ReadAt">When it last said so; null when it has not.</param>
    /// <param name="Dropped">Containers that were given up before this one.</param>
    public sealed record Publishing(
        Order Order,
        Container Container,
        DateTimeOffset StartedAt,
        int Attempt,
        bool InDoubt,
        int UnpublishedReadings,
        DateTimeOffset? ReadAt,
        int Dropped
    ) : Publication
    {
        /// <summary>How often in a row since its deadline the platform said that the container can never be published.</summary>
        public int SpentReadings { get; init; }

        /// <summary>Whether a repeated call was refused as published before: whatever its status says then, nothing is sent again.</summary>
        public bool SaidToBeOut { get; init; }
    }

    /// <summary>It is public.</summary>
    public sealed record Live(Order Order, MediaId? Media, DateTimeOffset At) : Publication;

    /// <summary>It ended with another verdict.</summary>
    /// <param name="Verdict">How.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Ended(Verdict Verdict, string Reason) : Publication
    {
        /// <summary>The account that still keeps a place for it; null when none does.</summary>
        public AccountId? SlotOn { get; init; }
    }

    /// <inheritdoc />
    public static Publication Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 6;

    /// <inheritdoc />
    public static Publication Evolve(Publication state, PublicationEvent happened) =>
        (state, happened) switch
        {
            (Unknown, Scheduled e) => new Waiting(
                new Order(e.Content, e.Target, e.When, e.PublishUntil, e.ApprovedBy, HeldBecause: null)
                {
                    Timing = Timing.Default with
                    {
                        Late = e.Late ?? LatePolicy.Default,
                        AtOnce = e.AtOnce,
                        WeeklySlot = e.InWeeklySlot ? WeeklySlotHold.Kept : WeeklySlotHold.None,
                    },
                    Window = e.Window,
                },
                TryAt: DateTimeOffset.MinValue,
                Failures: 0,
                LastProblem: null,
                Dropped: 0
            ),
            (Pending p, Rescheduled or SlotReserved or SlotReleased or WeeklySlotFreed or Deferred or DecisionAsked or CarriedOver) =>
                p with
                {
                    Order = p.Order.After(happened),
                },
            (Pending p, ApprovalVoided) => p with { Order = p.Order with { ApprovedBy = null, AwaitsApproval = true } },
            (Pending p, Reapproved e) => p with { Order = p.Order with { ApprovedBy = e.By, AwaitsApproval = false } },
            (Pending p, ApprovalWaived) => p with { Order = p.Order with { AwaitsApproval = false } },
            (Pending p, Held e) => p with { Order = p.Order with { HeldBecause = e.Reason } },
            (Pending p, Released) => p with { Order = p.Order with { HeldBecause = null } },
            (Pending p, AttemptFailed e) => p with { TryAt = e.RetryAt, Failures = p.Failures + 1, LastProblem = e.Problem },

            (Waiting w, ChildContainerCreated e) => new Assembling(w.Order, [Child(e)], e.At, 0, w.LastProblem, w.Dropped),
            (Assembling a, ChildContainerCreated e) => a with { Children = With(a.Children, Child(e)), TryAt = e.At, Failures = 0 },
            (Assembling a, ChildContainerReady e) => a with { Children = ReadyOnce(a.Children, e.Container), Failures = 0 },
            (Assembling a, ChildContainerDropped e) => a with
            {
                Children = a.Children.RemoveAll(child => child.Id == e.Container),
                TryAt = e.RetryAt,
                Failures = 0,
                LastProblem = e.Problem,
                Dropped = a.Dropped + 1,
            },
            (Assembling a, ContainerCreated e) => new Uploaded(
                a.Order,
                new(e.Container, e.At, OldestOf(a)),
                e.At,
                0,
                a.LastProblem,
                a.Dropped
            ),

            (Waiting w, ContainerCreated e) => new Uploaded(w.Order, new(e.Container, e.At), e.At, 0, w.LastProblem, w.Dropped),
            (Uploaded u, ContainerReady) => new Ready(u.Order, u.Container, u.TryAt, 0, LastProblem: null, u.Dropped),
            (Pending p, ContainerDropped e) => new Waiting(p.Order, e.RetryAt, 0, e.Problem, p.Dropped + 1),
            (Publishing p, ContainerDropped e) => new Waiting(p.Order, e.RetryAt, 0, e.Problem, p.Dropped + 1),

            (Ready r, PublishStarted e) => new Publishing(r.Order, r.Container, e.At, e.Attempt, InDoubt: false, 0, null, r.Dropped),
            (Uploaded u, PublishStarted e) => new Publishing(u.Order, u.Container, e.At, e.Attempt, InDoubt: true, 0, null, u.Dropped),
            (Publishing p, PublishStarted e) => p with
            {
                StartedAt = e.At,
                Attempt = e.Attempt,
                InDoubt = true,
                UnpublishedReadings = 0,
                SpentReadings = 0,
                ReadAt = null,
            },
            (Publishing p, OutcomeUnclear e) => p with { SaidToBeOut = p.SaidToBeOut || (p.InDoubt && e.SaysPublished) },
            (Publishing p, FoundUnpublished e) => p with
            {
                UnpublishedReadings = p.UnpublishedReadings + 1,
                SpentReadings = 0,
                ReadAt = e.At,
            },
            (Publishing p, FoundSpent e) => p with { SpentReadings = p.SpentReadings + 1, UnpublishedReadings = 0, ReadAt = e.At },
            (Publishing p, AttemptFailed e) => new Ready(p.Order, p.Container, e.RetryAt, p.Attempt, e.Problem, p.Dropped),

            (Publishing p, WentLive e) => new Live(p.Order, e.Media, e.At),
            (Pending p, WentLive e) => new Live(p.Order, e.Media, e.At), // of a container that was given up: public all the same
            (not Live, GaveUp e) => new Ended(Verdict.GaveUp, e.Problem.Message) { SlotOn = SlotOf(state) },
            (not Live, Skipped e) => new Ended(Verdict.Skipped, e.Reason) { SlotOn = SlotOf(state) },
            (not Live, Withdrawn e) => new Ended(Verdict.Withdrawn, e.Reason) { SlotOn = SlotOf(state) },
            (not Live, NeedsPerson e) => new Ended(Verdict.NeedsPerson, e.Problem.Message), // it may be public: the place stays taken
            (Ended ended, SlotReleased) => ended with { SlotOn = null },
            _ => state, // a fact that no longer matters
        };

    private static ChildContainer Child(ChildContainerCreated e) => new(e.Place, e.Container, e.At, IsReady: false);

    private static ImmutableList<ChildContainer> With(ImmutableList<ChildContainer> children, ChildContainer made) =>
        [.. children.Where(child => child.Place != made.Place).Append(made).OrderBy(child => child.Place)];

    private static ImmutableList<ChildContainer> ReadyOnce(ImmutableList<ChildContainer> children, ContainerId id) =>
        [.. children.Select(child => child.Id == id ? child with { IsReady = true } : child)];

    private static DateTimeOffset? OldestOf(Assembling assembling) => assembling.Children.IsEmpty ? null : assembling.OldestAt;

    private static AccountId? SlotOf(Publication state) =>
        state switch
        {
            Pending { Order: { KeepsSlot: true } order } => order.Target.Account,
            Publishing { Order: { KeepsSlot: true } order } => order.Target.Account,
            _ => null,
        };
}

/// <summary>What was asked for, as it stands.</summary>
/// <param name="Content">What goes out.</param>
/// <param name="Target">Where.</param>
/// <param name="When">When.</param>
/// <param name="PublishUntil">Later than this it is skipped, UTC.</param>
/// <param name="ApprovedBy">Who approved the content.</param>
/// <param name="HeldBecause">Why it waits for a person; null when it does not.</param>
public sealed record Order(
    PostContent Content,
    PublicationTarget Target,
    PlannedTime When,
    DateTimeOffset PublishUntil,
    ActorId? ApprovedBy,
    string? HeldBecause
)
{
    /// <summary>What its time depends on, besides the due time.</summary>
    public Timing Timing { get; init; } = Timing.Default;

    /// <summary>When it may go out, by its approval; null: whenever.</summary>
    public ApprovalWindow? Window { get; init; }

    /// <summary>Whether it was moved by a person and its new time must be approved.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>Whether its account keeps something for it: a place in its day, or a slot of its week.</summary>
    internal bool KeepsSlot => Timing is { Slot: not null } or { WeeklySlot: not WeeklySlotHold.None };

    /// <summary>Not before this could it go out if no place were kept for it, UTC.</summary>
    public DateTimeOffset Wanted => Later(When.DueAt, Timing.Deferred?.Until);

    /// <summary>Not before this may it go out, as far as is known, UTC.</summary>
    public DateTimeOffset NotBefore => Later(Wanted, Timing.Slot is { IsStale: false } slot ? slot.At : null);

    /// <summary>Tells one publication from another where they must spread: an item is on its way to an account at most once at a time.</summary>
    public Guid Seed
    {
        get
        {
            Span<byte> item = stackalloc byte[16];
            Span<byte> account = stackalloc byte[16];
            Content.Item.Uuid.TryWriteBytes(item);
            Target.Account.Uuid.TryWriteBytes(account);
            for (var i = 0; i < item.Length; i++)
                item[i] ^= account[i];
            return new(item);
        }
    }

    internal Order After(PublicationEvent happened) =>
        (
            happened switch
            {
                Rescheduled e => this with { When = e.When, PublishUntil = e.PublishUntil },
                CarriedOver e => this with { PublishUntil = e.PublishUntil },
                _ => this,
            }
        ) with
        {
            Timing = Timing.After(happened),
        };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;
}
