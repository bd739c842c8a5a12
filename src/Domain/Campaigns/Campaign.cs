using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Reviews;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>A campaign: its brief, its posts and what was said of them.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Open), "open")]
public abstract partial record Campaign : IFold<Campaign, CampaignEvent>
{
    private Campaign() { } // closed: every case is below

    /// <summary>Nobody began it.</summary>
    public sealed record Unknown : Campaign;

    /// <summary>It is being worked on.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Brief">What it is about.</param>
    /// <param name="Brand">Who speaks.</param>
    /// <param name="Items">Its posts, in order.</param>
    /// <param name="Jobs">AI jobs it waits for.</param>
    public sealed record Open(
        string Name,
        string Brief,
        BrandId? Brand,
        ImmutableList<CampaignItem> Items,
        ImmutableDictionary<GenerationId, CampaignJob> Jobs
    ) : Campaign
    {
        /// <summary>Every reviewer from outside that was ever invited.</summary>
        public ImmutableDictionary<InviteId, ReviewInvite> Invites { get; init; } = ImmutableDictionary<InviteId, ReviewInvite>.Empty;

        /// <summary>How many comments were made from within.</summary>
        public int Comments { get; init; }

        /// <summary>Posts that go out again and again, by id. Those that are over are forgotten when another is planned.</summary>
        public ImmutableDictionary<SeriesId, CampaignSeries> Series { get; init; } = ImmutableDictionary<SeriesId, CampaignSeries>.Empty;

        /// <summary>How it was moved as a whole, the last one at the end: at most five, and all that are under way.</summary>
        public ImmutableList<KnownMove> Moves { get; init; } = [];

        /// <summary>What holds for its late posts where they say nothing themselves; null: what the tenant has set.</summary>
        public LatePolicy? Late { get; init; }

        /// <summary>Jobs that failed last, so that they can be asked for again: at most fifty.</summary>
        public ImmutableList<FailedJob> Failed { get; init; } = [];

        /// <summary>What the last order left out, as an order; null when all of it came.</summary>
        public WritingOrder? Rest { get; init; }

        /// <summary>A better brief that was suggested; null when there is none.</summary>
        public string? SuggestedBrief { get; init; }

        /// <summary>An item by its id; null when there is none.</summary>
        public CampaignItem? Find(ItemId id) => Items.Find(item => item.Id == id);
    }

    /// <inheritdoc />
    public static Campaign Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 6;

    /// <inheritdoc />
    public static Campaign Evolve(Campaign state, CampaignEvent happened) =>
        (state, happened) switch
        {
            (Unknown, Created e) => new Open(e.Name, e.Brief, e.Brand, [], ImmutableDictionary<GenerationId, CampaignJob>.Empty),
            (Open o, Renamed e) => o with { Name = e.Name },
            (Open o, BriefChanged e) => o with { Brief = e.Brief },
            (Open o, LatePolicySet e) => o with { Late = e.Policy },
            (Open o, WritingRequested e) => Waiting(o, e.Generation, new CampaignJob.Write(e.Order) { By = e.By }) with { Rest = null },
            (Open o, Written e) => Wrote(o, e),
            (Open o, WritingFailed e) => Over(o, e.Generation, failed: true),
            (Open o, ItemAdded e) => o with { Items = o.Items.Add(CampaignItem.New(e.Item, e.Post, madeBy: null)) },
            (Open o, ItemRemoved e) => WithoutOrphans(o with { Items = o.Items.RemoveAll(item => item.Id == e.Item) }),
            (Open o, ItemTextChanged e) => Item(o, e.Item, item => Edited(item) with { Text = e.Text }),
            (Open o, MediaAttached e) => Item(o, e.Item, item => Edited(item) with { Media = e.AllMedia }),
            (Open o, ItemKindChanged e) => Item(o, e.Item, item => Edited(item) with { Kind = e.Kind }),
            (Open o, IllustrationRequested e) => Item(
                o with
                {
                    Jobs = o.Jobs.SetItem(e.Generation, new CampaignJob.Draw(e.Item, e.Prompt, e.Ratio, e.Original) { By = e.By }),
                },
                e.Item,
                item => item with { Drawing = e.Generation }
            ),
            (Open o, ItemIllustrated e) => Item(
                o with
                {
                    Jobs = o.Jobs.Remove(e.Generation),
                },
                e.Item,
                item =>
                    Edited(item) with
                    {
                        Media = CampaignItem.WithDrawn(item.Kind, item.Media, e.Media),
                        MadeBy = e.MadeBy,
                        Drawing = null,
                    }
            ),
            (Open o, IllustrationFailed e) => Item(Over(o, e.Generation, failed: true), e.Item, item => item with { Drawing = null }),
            (Open o, ApprovalRequested e) => Reviewed(o, e.Item, new(ReviewState.Requested, e.ContentHash, null, e.Note)),
            (Open o, ItemApproved e) => Reviewed(
                Decided(o, e.By, e.Item, ReviewState.Approved),
                e.Item,
                new(ReviewState.Approved, e.ContentHash, e.By, e.Note) { Window = e.Window }
            ),
            (Open o, ChangesRequested e) => Item(
                Decided(o, e.By, e.Item, ReviewState.ChangesRequested),
                e.Item,
                item => Edited(item) with { Review = new(ReviewState.ChangesRequested, e.ContentHash, e.By, e.Reason) }
            ),
            (Open o, PublicationPlanned e) => Item(
                o,
                e.Item,
                item => item with { Publications = item.Publications.SetItem(e.Publication, e.Account) }
            ),
            (Open o, ReviewerInvited e) => o with { Invites = o.Invites.SetItem(e.Invite, new(e.Name, [.. e.Posts], e.ExpiresAt)) },
            (Open o, InviteRevoked e) => Invite(o, e.Invite, invite => invite with { IsRevoked = true }),
            (Open o, Commented e) => InviteId.Of(e.By) is { } reviewer
                ? Invite(o, reviewer, invite => invite with { Comments = invite.Comments + 1 })
                : o with
                {
                    Comments = o.Comments + 1,
                },
            (Open o, PartRequested or PartMade or PartFailed or ItemAssembled) => Making(o, happened),
            (Open o, RewriteRequested or VariantsOffered or VariantChosen or RewriteFailed) => Rewriting(o, happened),
            (Open o, BriefImprovementRequested or BriefSuggested or BriefImprovementFailed) => Briefing(o, happened),
            (Open o, SeriesPlanned or SeriesAdvanced or SeriesCancelled or MovePlanned or MoveAdvanced) => Scheduling(o, happened),
            _ => state, // a fact that no longer matters
        };

    private static Open Decided(Open open, ActorId by, ItemId item, ReviewState decision) =>
        InviteId.Of(by) is { } reviewer ? Invite(open, reviewer, invite => invite.Decided(item, decision)) : open;

    private static Open Invite(Open open, InviteId id, Func<ReviewInvite, ReviewInvite> change) =>
        open.Invites.TryGetValue(id, out var invite) ? open with { Invites = open.Invites.SetItem(id, change(invite)) } : open;

    // Whatever was planned was withdrawn before the edit, and what was said was said of the old content.
    private static CampaignItem Edited(CampaignItem item) => item with { Review = Review.None, Publications = item.Publications.Clear() };

    private static Open Reviewed(Open open, ItemId id, Review review) => Item(open, id, item => item with { Review = review });

    private static Open Item(Open open, ItemId id, Func<CampaignItem, CampaignItem> change) =>
        open.Find(id) is { } item ? WithoutOrphans(open with { Items = open.Items.Replace(item, change(item)) }) : open;
}
