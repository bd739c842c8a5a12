using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Campaigns;

/// <summary>What can happen to a campaign and its items.</summary>
public abstract record CampaignEvent : DomainEvent
{
    private CampaignEvent() { } // closed: every case is below

    /// <summary>Someone began a campaign.</summary>
    [EventName("campaign.created.v1")]
    public sealed record Created(string Name, string Brief, BrandId? Brand) : CampaignEvent;

    /// <summary>It has another name.</summary>
    [EventName("campaign.renamed.v1")]
    public sealed record Renamed(string Name) : CampaignEvent;

    /// <summary>It has another brief; what was written from the old one stays.</summary>
    [EventName("campaign.brief_changed.v1")]
    public sealed record BriefChanged(string Brief) : CampaignEvent;

    /// <summary>Its late posts are held to another policy.</summary>
    /// <param name="Policy">What holds for posts scheduled from here on; null: what the tenant has set.</param>
    [EventName("campaign.late_policy_set.v1")]
    public sealed record LatePolicySet(LatePolicy? Policy) : CampaignEvent;

    /// <summary>Someone asked for posts to be written from the brief.</summary>
    [EventName("campaign.writing_requested.v1")]
    public sealed record WritingRequested(GenerationId Generation, WritingOrder Order) : CampaignEvent;

    /// <summary>The posts are written.</summary>
    [EventName("campaign.written.v1")]
    public sealed record Written(GenerationId Generation, IReadOnlyList<WrittenItem> Items, Provenance MadeBy) : CampaignEvent;

    /// <summary>The posts could not be written.</summary>
    [EventName("campaign.writing_failed.v1")]
    public sealed record WritingFailed(GenerationId Generation, Problem Problem) : CampaignEvent;

    /// <summary>A person added a post.</summary>
    [EventName("campaign.item_added.v1")]
    public sealed record ItemAdded(ItemId Item, DraftPost Post) : CampaignEvent;

    /// <summary>A post has other words. An approval of the old ones no longer counts.</summary>
    [EventName("campaign.item_text_changed.v1")]
    public sealed record ItemTextChanged(ItemId Item, PostText Text) : CampaignEvent;

    /// <summary>A post was taken out.</summary>
    [EventName("campaign.item_removed.v1")]
    public sealed record ItemRemoved(ItemId Item) : CampaignEvent;

    /// <summary>A picture was asked for.</summary>
    [EventName("campaign.illustration_requested.v1")]
    public sealed record IllustrationRequested(GenerationId Generation, ItemId Item, string Prompt, AspectRatio Ratio) : CampaignEvent;

    /// <summary>The picture is drawn and stands in the post.</summary>
    [EventName("campaign.item_illustrated.v1")]
    public sealed record ItemIllustrated(GenerationId Generation, ItemId Item, MediaAsset Media, Provenance MadeBy) : CampaignEvent;

    /// <summary>The picture could not be drawn.</summary>
    [EventName("campaign.illustration_failed.v1")]
    public sealed record IllustrationFailed(GenerationId Generation, ItemId Item, Problem Problem) : CampaignEvent;

    /// <summary>A person put files into a post, in place of those that were there.</summary>
    /// <param name="Item">Which post.</param>
    /// <param name="Media">The first or only file.</param>
    /// <param name="MoreMedia">What follows it, in order; null when there is no more.</param>
    [EventName("campaign.media_attached.v1")]
    public sealed record MediaAttached(
        ItemId Item,
        MediaAsset Media,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MediaAsset>? MoreMedia = null
    ) : CampaignEvent
    {
        /// <summary>All of them, in order.</summary>
        [JsonIgnore]
        public IReadOnlyList<MediaAsset> AllMedia => MoreMedia is null ? [Media] : [Media, .. MoreMedia];
    }

    /// <summary>A post is shown in another way. An approval of the old one no longer counts.</summary>
    [EventName("campaign.item_kind_changed.v1")]
    public sealed record ItemKindChanged(ItemId Item, PostKind Kind) : CampaignEvent;

    /// <summary>Someone asked for this content to be approved.</summary>
    [EventName("campaign.approval_requested.v1")]
    public sealed record ApprovalRequested(ItemId Item, string ContentHash, string? Note) : CampaignEvent;

    /// <summary>Someone with the right to do so approved this content, and no other.</summary>
    [EventName("campaign.item_approved.v1")]
    public sealed record ItemApproved(ItemId Item, string ContentHash, ActorId By, string? Note) : CampaignEvent;

    /// <summary>Someone asked for changes first.</summary>
    [EventName("campaign.changes_requested.v1")]
    public sealed record ChangesRequested(ItemId Item, string ContentHash, ActorId By, string Reason) : CampaignEvent;

    /// <summary>This content is about to be scheduled: the intent, before the publication's own stream says so.</summary>
    [EventName("campaign.publication_planned.v1")]
    public sealed record PublicationPlanned(ItemId Item, PublicationId Publication, AccountId Account, string ContentHash) : CampaignEvent;
}

/// <summary>A post as it was written, with the id it got.</summary>
public sealed record WrittenItem(ItemId Item, DraftPost Post);
