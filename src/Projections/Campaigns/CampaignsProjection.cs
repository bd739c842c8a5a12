using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Campaigns;

/// <summary>One row per campaign. Table: <c>read.campaigns</c>.</summary>
internal sealed class CampaignsProjection : IRowProjection<Guid, CampaignRow>
{
    public string Name => ReadModels.Campaigns;

    public IReadOnlyCollection<string> Categories => ["campaign"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public CampaignRow? Fold(Guid id, CampaignRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Created e) => Begin(id, e, recorded),
            (null, _) => null,
            (_, Renamed e) => Touched(row, recorded) with { Name = e.Name },
            (_, BriefChanged e) => Touched(row, recorded) with { Brief = e.Brief },
            (_, LatePolicySet e) => Touched(row, recorded) with
            {
                LateWithin = (long?)e.Policy?.Within.TotalSeconds,
                LateThen = e.Policy?.Then,
            },
            (_, WritingRequested e) => Touched(row, recorded) with
            {
                Writing = WritingState.Requested,
                WritingGeneration = e.Generation.Uuid,
                WritingProblem = null,
                WritingMissing = null,
                Language = e.Order.Language,
            },
            (_, Written e) when e.Generation.Uuid == row.WritingGeneration => Touched(row, recorded) with
            {
                Writing = WritingState.Done,
                WritingMissing = e.Missing,
            },
            (_, WritingFailed e) when e.Generation.Uuid == row.WritingGeneration => Touched(row, recorded) with
            {
                Writing = WritingState.Failed,
                WritingProblem = e.Problem,
            },
            (_, BriefImprovementRequested e) => Touched(row, recorded) with { BriefGeneration = e.Generation.Uuid, BriefProblem = null },
            (_, BriefSuggested e) => Touched(row, recorded) with { BriefGeneration = null, SuggestedBrief = e.Brief },
            (_, BriefImprovementFailed e) => Touched(row, recorded) with { BriefGeneration = null, BriefProblem = e.Problem },
            _ => Touched(row, recorded),
        };

    private static CampaignRow Begin(Guid id, Created e, RecordedEvent recorded) =>
        new(
            recorded.Tenant.Value,
            id,
            e.Name,
            e.Brief,
            e.Brand?.Uuid,
            WritingState.None,
            WritingGeneration: null,
            WritingProblem: null,
            Language: null,
            WritingMissing: null,
            SuggestedBrief: null,
            BriefGeneration: null,
            BriefProblem: null,
            LateWithin: null,
            LateThen: null,
            CreatedAt: recorded.At,
            CreatedBy: recorded.Actor,
            UpdatedAt: recorded.At,
            UpdatedBy: recorded.Actor,
            recorded.Version,
            recorded.Place
        );

    private static CampaignRow Touched(CampaignRow row, RecordedEvent recorded) =>
        row with
        {
            UpdatedAt = recorded.At,
            UpdatedBy = recorded.Actor,
            Version = recorded.Version,
            LastPosition = recorded.Place,
        };
}
