using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Projections.Publications;

/// <summary>One row per publication, with all that its ledger says. Table: <c>read.publications</c>.</summary>
internal sealed class PublicationsProjection : IRowProjection<Guid, PublicationRow>
{
    public string Name => ReadModels.Publications;

    public IReadOnlyCollection<string> Categories => ["publication"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public PublicationRow? Fold(Guid id, PublicationRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Scheduled e) => Begin(id, e, recorded),
            (null, _) => null,
            ({ } known, var happened) => Changed(known, happened, recorded) with
            {
                Stage = PublicationStages.After(known.Stage, happened),
                Status = PublicationStages.After(known.Status, happened),
                UpdatedAt = recorded.At,
                LastPosition = recorded.Place,
            },
        };

    private static PublicationRow Changed(PublicationRow row, DomainEvent happened, RecordedEvent recorded) =>
        happened switch
        {
            Rescheduled e => Timed(row, e),
            ApprovalVoided => row with { ApprovedBy = null },
            Reapproved e => row with { ApprovedBy = e.By.Value },
            Held e => row with { HeldReason = e.Reason },
            Released => row with { HeldReason = null },
            ContainerCreated e => row with { Container = e.Container.Value, ContainerAt = e.At, Attempts = 0, NextTryAt = null },
            ChildContainerCreated or ChildContainerReady or ContainerReady => row with { NextTryAt = null },
            ChildContainerDropped e => row with { NextTryAt = e.RetryAt, LastProblem = e.Problem },
            ContainerDropped e => row with { Container = null, ContainerAt = null, NextTryAt = e.RetryAt, LastProblem = e.Problem },
            PublishStarted e => Loose(row) with { Attempts = e.Attempt, NextTryAt = null },
            SlotReserved e => Loose(row) with { SlotAt = e.At },
            SlotReleased => row with { SlotAt = null },
            Deferred e => row with { DeferredUntil = e.Until, DeferredBecause = e.Because },
            DecisionAsked e => row with { DecideBy = e.DecideBy },
            CarriedOver e => Loose(row) with { PublishUntil = e.PublishUntil },
            OutcomeUnclear e => row with { LastProblem = e.Problem },
            AttemptFailed e => row with { NextTryAt = e.RetryAt, LastProblem = e.Problem },
            WentLive e => Ended(row, verdict: null, reason: null, recorded) with
            {
                MediaId = e.Media?.Value,
                LiveAt = e.At,
                LiveProof = e.Proof,
            },
            _ when row.Stage is PublicationStage.Live => row, // being public is the last word
            GaveUp e => Ended(row, Verdict.GaveUp, e.Problem.Message, recorded) with { LastProblem = e.Problem },
            Skipped e => Ended(row, Verdict.Skipped, e.Reason, recorded),
            Withdrawn e => Ended(row, Verdict.Withdrawn, e.Reason, recorded),
            NeedsPerson e => Ended(row, Verdict.NeedsPerson, $"{e.Problem.Message} {e.Tried}", recorded) with { LastProblem = e.Problem },
            _ => row,
        };

    /// <summary>It waits for nothing but its time any more.</summary>
    private static PublicationRow Loose(PublicationRow row) => row with { DeferredUntil = null, DeferredBecause = null };

    private static PublicationRow Timed(PublicationRow row, Rescheduled e) =>
        Loose(row) with
        {
            SlotAt = null,
            DecideBy = null,
            DueAt = e.When.DueAt,
            DueLocal = e.When.Local,
            Zone = e.When.Zone,
            TimeRule = e.When.Rule,
            PublishUntil = e.PublishUntil,
        };

    private static PublicationRow Ended(PublicationRow row, Verdict? verdict, string? reason, RecordedEvent recorded) =>
        Loose(row) with
        {
            DecideBy = null,
            Verdict = verdict,
            VerdictReason = reason,
            VerdictAt = recorded.At,
            NextTryAt = null,
        };

    private static PublicationRow Begin(Guid id, Scheduled e, RecordedEvent recorded) =>
        new(
            recorded.Tenant.Value,
            id,
            e.Content.Campaign.Uuid,
            e.Content.Item.Uuid,
            e.Target.Account.Uuid,
            e.Target.Username,
            e.Target.InstagramUserId,
            e.Content.Platform,
            e.Content.Kind,
            e.Content.Caption,
            e.Content.AltText,
            e.Content.Media,
            e.Content.MoreMedia ?? [],
            e.Content.ContentHash,
            e.Content.MadeBy,
            e.When.DueAt,
            e.When.Local,
            e.When.Zone,
            e.When.Rule,
            e.PublishUntil,
            PublicationStage.Waiting,
            PublicationStatus.Scheduled,
            HeldReason: null,
            Container: null,
            ContainerAt: null,
            Attempts: 0,
            NextTryAt: null,
            LastProblem: null,
            Verdict: null,
            VerdictReason: null,
            VerdictAt: null,
            MediaId: null,
            LiveAt: null,
            LiveProof: null,
            e.ApprovedBy?.Value,
            (long?)e.Late?.Within.TotalSeconds,
            e.Late?.Then,
            SlotAt: null,
            DeferredUntil: null,
            DeferredBecause: null,
            DecideBy: null,
            CreatedAt: recorded.At,
            CreatedBy: recorded.Actor,
            UpdatedAt: recorded.At,
            recorded.Place
        );
}
