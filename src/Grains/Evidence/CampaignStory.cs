using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.EventStore;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Grains.Evidence;

/// <summary>Which of a campaign's events tell the story of one of its posts.</summary>
internal sealed class CampaignStory(ItemId post)
{
    private readonly HashSet<SeriesId> others = [];

    /// <summary>Those of the post itself, and those of the campaign as a whole. To be asked in the order in which they happened.</summary>
    public bool Tells(DomainEvent happened) =>
        happened switch
        {
            Created or Renamed or BriefChanged or WritingRequested or WritingFailed => true,
            Written e => e.Items.Any(item => item.Item == post),
            ItemAdded e => e.Item == post,
            ItemTextChanged e => e.Item == post,
            ItemKindChanged e => e.Item == post,
            ItemRemoved e => e.Item == post,
            IllustrationRequested e => e.Item == post,
            ItemIllustrated e => e.Item == post,
            IllustrationFailed e => e.Item == post,
            MediaAttached e => e.Item == post,
            PartRequested e => e.Item == post,
            PartMade e => e.Item == post,
            PartFailed e => e.Item == post,
            ItemAssembled e => e.Item == post,
            RewriteRequested e => e.Item == post,
            VariantsOffered e => e.Item == post,
            VariantChosen e => e.Item == post,
            RewriteFailed e => e.Item == post,
            ApprovalRequested e => e.Item == post,
            ItemApproved e => e.Item == post,
            ChangesRequested e => e.Item == post,
            PublicationPlanned e => e.Item == post,
            Commented e => e.Item == post,
            SeriesPlanned e => e.Item == post || PassOver(e.Series),
            SeriesAdvanced e => !others.Contains(e.Series),
            SeriesCancelled e => !others.Contains(e.Series),
            ReviewerInvited e => e.Posts.Any(invited => invited.Item == post),
            _ => true, // rather one too many than one too few
        };

    private bool PassOver(SeriesId anothers)
    {
        others.Add(anothers);
        return false;
    }

    /// <summary>The AI jobs that made any of it, or were to.</summary>
    public IEnumerable<GenerationId> Of(IEnumerable<RecordedEvent> campaign) =>
        campaign
            .Select(recorded =>
                recorded.Event switch
                {
                    Written e => e.Generation,
                    IllustrationRequested e when e.Item == post => e.Generation,
                    PartRequested e when e.Item == post => e.Generation,
                    RewriteRequested e when e.Item == post => e.Generation,
                    _ => (GenerationId?)null,
                }
            )
            .OfType<GenerationId>()
            .Distinct();
}
