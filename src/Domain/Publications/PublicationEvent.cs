using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Publications;

/// <summary>What can happen to one post on its way to one account. Times are UTC.</summary>
public abstract record PublicationEvent : DomainEvent
{
    private PublicationEvent() { } // closed: every case is below

    /// <summary>Someone asked for it to go out. Content, approval and account are frozen here.</summary>
    /// <param name="Content">What goes out.</param>
    /// <param name="Target">Where it goes out.</param>
    /// <param name="When">When it is due.</param>
    /// <param name="PublishUntil">The late policy's word at that time: later than this it is skipped.</param>
    /// <param name="ApprovedBy">Who approved this very content; null where the tenant asks for no approval.</param>
    /// <param name="Late">The late policy at that time; null: a day, then skipped.</param>
    /// <param name="AtOnce">Whether a person asked for it to go out at once, quiet hours or not.</param>
    /// <param name="Window">When it may go out, by its approval; null: whenever.</param>
    /// <param name="InWeeklySlot">Whether it has taken a slot of its account's week.</param>
    [EventName("publication.scheduled.v1")]
    public sealed record Scheduled(
        PostContent Content,
        PublicationTarget Target,
        PlannedTime When,
        DateTimeOffset PublishUntil,
        ActorId? ApprovedBy,
        LatePolicy? Late = null,
        bool AtOnce = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ApprovalWindow? Window = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InWeeklySlot = false
    ) : PublicationEvent;

    /// <summary>It is due at another time.</summary>
    [EventName("publication.rescheduled.v1")]
    public sealed record Rescheduled(PlannedTime When, DateTimeOffset PublishUntil, bool AtOnce = false) : PublicationEvent;

    /// <summary>A person moved it, and its tenant wants the new time approved: it waits for that.</summary>
    [EventName("publication.approval_voided.v1")]
    public sealed record ApprovalVoided : PublicationEvent;

    /// <summary>Its new time was approved.</summary>
    [EventName("publication.reapproved.v1")]
    public sealed record Reapproved(ActorId By) : PublicationEvent;

    /// <summary>Its new time needs no approval any more: the tenant asks for none now. It waits for that no longer.</summary>
    [EventName("publication.approval_waived.v1")]
    public sealed record ApprovalWaived : PublicationEvent;

    /// <summary>Its account keeps a place in its day for it: not before <paramref name="At"/>.</summary>
    [EventName("publication.slot_reserved.v1")]
    public sealed record SlotReserved(DateTimeOffset At) : PublicationEvent;

    /// <summary>It gave the place back.</summary>
    [EventName("publication.slot_released.v1")]
    public sealed record SlotReleased : PublicationEvent;

    /// <summary>It waits for something other than its due time, inside its late policy.</summary>
    /// <param name="Because">For what.</param>
    /// <param name="Until">Until then; null until a person acts.</param>
    [EventName("publication.deferred.v1")]
    public sealed record Deferred(DeferralReason Because, DateTimeOffset? Until) : PublicationEvent;

    /// <summary>Too late by its late policy, which has a person decide.</summary>
    /// <param name="DecideBy">Later than this it is skipped.</param>
    /// <param name="Reason">Why it is late, in words.</param>
    [EventName("publication.decision_asked.v1")]
    public sealed record DecisionAsked(DateTimeOffset DecideBy, string Reason) : PublicationEvent;

    /// <summary>Too late by its late policy, which has it take the next moment that is allowed.</summary>
    [EventName("publication.carried_over.v1")]
    public sealed record CarriedOver(DateTimeOffset PublishUntil, string Reason) : PublicationEvent;

    /// <summary>Its account's week no longer keeps for it the slot that it was moved out of.</summary>
    [EventName("publication.weekly_slot_freed.v1")]
    public sealed record WeeklySlotFreed : PublicationEvent;

    /// <summary>It waits until a person releases it.</summary>
    [EventName("publication.held.v1")]
    public sealed record Held(string Reason) : PublicationEvent;

    /// <summary>It may go out again.</summary>
    [EventName("publication.released.v1")]
    public sealed record Released : PublicationEvent;

    /// <summary>The platform has one file of a carousel. When all are ready, the carousel's own container is made of them.</summary>
    /// <param name="Place">Which file: 0 is the first.</param>
    /// <param name="Container">Its container.</param>
    /// <param name="At">When it was made.</param>
    [EventName("publication.child_container_created.v1")]
    public sealed record ChildContainerCreated(int Place, ContainerId Container, DateTimeOffset At) : PublicationEvent;

    /// <summary>The platform has looked at one file of a carousel and can show it.</summary>
    [EventName("publication.child_container_ready.v1")]
    public sealed record ChildContainerReady(ContainerId Container) : PublicationEvent;

    /// <summary>One file's container cannot be used any more; that one is made again, and the others are kept.</summary>
    [EventName("publication.child_container_dropped.v1")]
    public sealed record ChildContainerDropped(ContainerId Container, Problem Problem, DateTimeOffset RetryAt) : PublicationEvent;

    /// <summary>The platform has the content, but shows it to nobody.</summary>
    [EventName("publication.container_created.v1")]
    public sealed record ContainerCreated(ContainerId Container, DateTimeOffset At) : PublicationEvent;

    /// <summary>The platform has looked at the content and can publish it.</summary>
    [EventName("publication.container_ready.v1")]
    public sealed record ContainerReady(ContainerId Container) : PublicationEvent;

    /// <summary>The container cannot be used any more; a new one is made. Never recorded while it may have been published.</summary>
    [EventName("publication.container_dropped.v1")]
    public sealed record ContainerDropped(ContainerId Container, Problem Problem, DateTimeOffset RetryAt) : PublicationEvent;

    /// <summary>The intent: from here on the post may be public, whatever we hear of it.</summary>
    [EventName("publication.publish_started.v1")]
    public sealed record PublishStarted(ContainerId Container, int Attempt, DateTimeOffset At) : PublicationEvent;

    /// <summary>The call's outcome is not known; the platform will be asked.</summary>
    [EventName("publication.outcome_unclear.v1")]
    public sealed record OutcomeUnclear(Problem Problem) : PublicationEvent
    {
        internal bool SaysPublished => Problem.Class is ProblemClass.AlreadyPublished;
    }

    /// <summary>Long after the call the platform still shows the container as unpublished. Two such readings allow another call with the same container.</summary>
    [EventName("publication.found_unpublished.v1")]
    public sealed record FoundUnpublished(ContainerId Container, DateTimeOffset At) : PublicationEvent;

    /// <summary>
    /// Long after the call the platform says that the container can never be published. Only several such readings are believed: a second container
    /// means a second post if the first is public after all.
    /// </summary>
    /// <param name="Container">Which.</param>
    /// <param name="Status">What the platform says of it.</param>
    /// <param name="At">When it said so.</param>
    [EventName("publication.found_spent.v1")]
    public sealed record FoundSpent(ContainerId Container, ContainerStatus Status, DateTimeOffset At) : PublicationEvent;

    /// <summary>It is public.</summary>
    /// <param name="Media">The platform's id; null when only the container's status told us.</param>
    /// <param name="Proof">How we know.</param>
    /// <param name="At">When we knew.</param>
    [EventName("publication.went_live.v1")]
    public sealed record WentLive(MediaId? Media, LiveProof Proof, DateTimeOffset At) : PublicationEvent;

    /// <summary>A step failed, certainly without publishing; it is tried again at <paramref name="RetryAt"/>.</summary>
    [EventName("publication.attempt_failed.v1")]
    public sealed record AttemptFailed(PublicationPhase Phase, Problem Problem, DateTimeOffset RetryAt) : PublicationEvent;

    /// <summary>Verdict: it cannot go out as it is. Certainly not published.</summary>
    [EventName("publication.gave_up.v1")]
    public sealed record GaveUp(Problem Problem) : PublicationEvent;

    /// <summary>Verdict: too late by its late policy. Certainly not published.</summary>
    [EventName("publication.skipped.v1")]
    public sealed record Skipped(string Reason) : PublicationEvent;

    /// <summary>Verdict: taken back before it went out.</summary>
    [EventName("publication.withdrawn.v1")]
    public sealed record Withdrawn(string Reason) : PublicationEvent;

    /// <summary>Verdict: the platform itself cannot tell whether it is out. A person must look.</summary>
    /// <param name="Problem">What is unclear.</param>
    /// <param name="Tried">What was tried, in words.</param>
    [EventName("publication.needs_person.v1")]
    public sealed record NeedsPerson(Problem Problem, string Tried) : PublicationEvent;
}

/// <summary>Where a post goes out.</summary>
/// <param name="Account">Our id of the account.</param>
/// <param name="InstagramUserId">The platform's id of it.</param>
/// <param name="Username">As it was named when scheduling.</param>
public sealed record PublicationTarget(AccountId Account, string InstagramUserId, string Username);

/// <summary>How we know that a post is public.</summary>
public enum LiveProof
{
    /// <summary>The publish call answered with the media's id.</summary>
    PublishReply,

    /// <summary>The container's status said so.</summary>
    ContainerStatus,
}

/// <summary>The outside steps of a publication.</summary>
public enum PublicationPhase
{
    /// <summary>Making the container.</summary>
    Upload,

    /// <summary>Waiting for the container to be ready.</summary>
    Check,

    /// <summary>The publish call.</summary>
    Publish,
}
