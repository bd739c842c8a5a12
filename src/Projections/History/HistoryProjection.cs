using Campaigns.Domain;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.History;

/// <summary>One row per event of every stream. Table: <c>read.history</c>.</summary>
internal sealed class HistoryProjection : IRowProjection<long, HistoryRow>
{
    public string Name => ReadModels.History;

    public IReadOnlyCollection<string> Categories => [];

    public bool Revisits => false;

    // That a tenant was erased is told by the log, to the operator: it has no rows any more.
    public IEnumerable<long> KeysOf(RecordedEvent recorded) =>
        recorded.Event is ErasureEvent ? [] : [StoredPosition.ToColumn(recorded.Position)];

    public HistoryRow? Fold(long id, HistoryRow? row, RecordedEvent recorded)
    {
        Guid? aggregate = recorded.HasAggregateId ? recorded.AggregateId : null;
        return new(
            recorded.Tenant.Value,
            id,
            recorded.Id,
            recorded.Stream.Value,
            recorded.Stream.Category,
            aggregate,
            recorded.Stream.Category == "campaign" ? aggregate : CampaignOf(recorded.Event),
            recorded.Version,
            recorded.Name,
            recorded.At,
            recorded.Actor,
            recorded.Metadata.Command?.Value,
            EventSummary.Of(recorded.Event),
            EventData.Of(recorded.Event)
        );
    }

    private static Guid? CampaignOf(DomainEvent happened) =>
        happened switch
        {
            PublicationEvent.Scheduled e => e.Content.Campaign.Uuid,
            GenerationEvent.Requested e => e.Job.Campaign.Uuid,
            GenerationEvent.TextRequested e => e.Campaign.Uuid,
            GenerationEvent.ImageRequested e => e.Campaign.Uuid,
            LedgerEvent.Reserved e => e.Plan.Campaign?.Uuid,
            LedgerEvent.Settled e => e.Attempt.Plan.Campaign?.Uuid,
            LedgerEvent.Released e => e.Attempt.Plan.Campaign?.Uuid,
            LedgerEvent.CampaignLimitsSet e => e.Campaign.Uuid,
            LedgerEvent.SoftLimitReached e => e.Campaign?.Uuid,
            _ => null,
        };
}
