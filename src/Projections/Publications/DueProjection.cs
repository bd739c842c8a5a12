using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Projections.Publications;

/// <summary>One row per publication that still has a way to go, for the sweep. A verdict takes it away. Table: <c>read.due</c>.</summary>
internal sealed class DueProjection : IRowProjection<Guid, DueRow>
{
    public string Name => ReadModels.Due;

    public IReadOnlyCollection<string> Categories => ["publication"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public DueRow? Fold(Guid id, DueRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Scheduled e) => new(
                recorded.Tenant.Value,
                id,
                WakeAt: Later(e.When.DueAt, recorded.At),
                e.When.DueAt,
                e.PublishUntil,
                TryAt: recorded.At,
                WaitsUntil: null,
                IsHeld: false,
                PublicationStage.Waiting,
                OutcomeOpen: false,
                MovedAt: recorded.At,
                recorded.Place
            ),
            (null, _) => null,
            (_, WentLive or GaveUp or Skipped or Withdrawn or NeedsPerson) => null,
            (_, Rescheduled e) => Moved(row with { DueAt = e.When.DueAt, PublishUntil = e.PublishUntil }, recorded),
            (_, CarriedOver e) => Moved(row with { PublishUntil = e.PublishUntil }, recorded),
            _ => Moved(row, recorded),
        };

    private static DueRow Moved(DueRow row, RecordedEvent recorded)
    {
        var stage = PublicationStages.After(row.Stage, recorded.Event);
        var moved = row with
        {
            TryAt = recorded.Event switch
            {
                AttemptFailed e => e.RetryAt,
                ContainerDropped e => e.RetryAt,
                ChildContainerDropped e => e.RetryAt,
                ChildContainerCreated or ContainerCreated or PublishStarted => recorded.At,
                _ => row.TryAt,
            },
            WaitsUntil = recorded.Event switch
            {
                Deferred e => e.Until is { } until ? Earlier(until, row.PublishUntil) : row.WaitsUntil, // its late policy has its say then
                DecisionAsked e => e.DecideBy,
                Rescheduled or Reapproved or CarriedOver or SlotReserved or PublishStarted => null,
                _ => row.WaitsUntil,
            },
            IsHeld = recorded.Event is Held || (row.IsHeld && recorded.Event is not Released),
            Stage = stage,
            OutcomeOpen = stage is PublicationStage.Publishing,
            MovedAt = recorded.At,
            LastPosition = recorded.Place,
        };
        return moved with { WakeAt = WakeAt(moved) };
    }

    /// <summary>As <see cref="PublicationFlow"/> has it: whoever finds it resting later than this finds it stranded.</summary>
    private static DateTimeOffset? WakeAt(DueRow row) =>
        row switch
        {
            { Stage: PublicationStage.Publishing } => Later(row.TryAt, row.MovedAt), // begun is begun: no hold stops the asking
            { IsHeld: true } => null,
            // However long a pause, the late policy has its word in time; a person who was asked has longer.
            { WaitsUntil: { } until } => Later(Earlier(Later(row.TryAt, until), Later(until, row.PublishUntil)), row.MovedAt),
            { Stage: PublicationStage.Assembling or PublicationStage.Uploaded } => Later(row.TryAt, row.MovedAt), // the platform is asked right away, however far ahead
            _ => Later(Earlier(Later(row.TryAt, row.DueAt), row.PublishUntil), row.MovedAt),
        };

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
