using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Hindrances;

/// <summary>Where a publication stands, and since when: the fold of its stream with the times beside its events. Times are UTC.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="PlannedAt">When its due time was last set.</param>
/// <param name="HeldAt">When a person last held it.</param>
/// <param name="DeferredAt">When it was first said that it waits for what it waits for now.</param>
/// <param name="AskedAt">When a person was last asked to decide about it.</param>
/// <param name="FailedAt">When the first of the failures in a row was; null when the last step succeeded.</param>
/// <param name="InDoubtAt">When the first call was begun whose outcome may be unknown.</param>
/// <param name="IsUnclear">Whether a call ended without a clear answer.</param>
/// <param name="VoidedAt">When its approval became void.</param>
/// <param name="MovedAt">When it last came a stage further.</param>
public sealed record PublicationRecord(
    Publication State,
    DateTimeOffset? PlannedAt = null,
    DateTimeOffset? HeldAt = null,
    DateTimeOffset? DeferredAt = null,
    DateTimeOffset? AskedAt = null,
    DateTimeOffset? FailedAt = null,
    DateTimeOffset? InDoubtAt = null,
    bool IsUnclear = false,
    DateTimeOffset? VoidedAt = null,
    DateTimeOffset? MovedAt = null
)
{
    /// <summary>Nothing happened yet.</summary>
    public static PublicationRecord Initial { get; } = new(Publication.Initial);

    /// <summary>Where it stands after one event more.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When.</param>
    public PublicationRecord After(PublicationEvent happened, DateTimeOffset at)
    {
        var then = this with { State = Publication.Evolve(State, happened) };
        return happened switch
        {
            Scheduled => then with { PlannedAt = at, MovedAt = at },
            Rescheduled => then with { PlannedAt = at, DeferredAt = null, AskedAt = null },
            Held when State is Publication.Pending { Order.HeldBecause: null } => then with { HeldAt = at },
            // Waiting on for the same, hour by hour, is one wait.
            Deferred e => State is Publication.Pending { Order.Timing.Deferred: { } before } && before.Because == e.Because
                ? then with
                {
                    DeferredAt = DeferredAt ?? at,
                }
                : then with
                {
                    DeferredAt = at,
                },
            ApprovalVoided when State is Publication.Pending { Order.AwaitsApproval: false } => then with { VoidedAt = at },
            DecisionAsked => then with { AskedAt = at },
            AttemptFailed or ContainerDropped or ChildContainerDropped => then with
            {
                FailedAt = FailedAt ?? at,
                InDoubtAt = null,
                IsUnclear = false,
            },
            ContainerCreated or ContainerReady or ChildContainerCreated or ChildContainerReady => then with
            {
                MovedAt = at,
                FailedAt = null,
            },
            PublishStarted => then with { InDoubtAt = InDoubtAt ?? at, MovedAt = at, FailedAt = null },
            OutcomeUnclear or FoundUnpublished or FoundSpent => then with { IsUnclear = true },
            _ => then,
        };
    }
}
