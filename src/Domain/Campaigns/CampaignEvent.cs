using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Reviews;

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
    public sealed record WritingRequested(
        GenerationId Generation,
        WritingOrder Order,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ActorId? By = null
    ) : CampaignEvent;

    /// <summary>The posts are written.</summary>
    /// <param name="Generation">By which job.</param>
    /// <param name="Items">Those that came, with the ids they got.</param>
    /// <param name="MadeBy">What wrote them.</param>
    /// <param name="Missing">What was ordered and did not come, and why, a sentence each; null when all came.</param>
    [EventName("campaign.written.v1")]
    public sealed record Written(
        GenerationId Generation,
        IReadOnlyList<WrittenItem> Items,
        Provenance MadeBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null
    ) : CampaignEvent;

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
    public sealed record IllustrationRequested(
        GenerationId Generation,
        ItemId Item,
        string Prompt,
        AspectRatio Ratio,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ActorId? By = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureReference? Original = null
    ) : CampaignEvent;

    /// <summary>The picture is drawn and stands in the post.</summary>
    [EventName("campaign.item_illustrated.v1")]
    public sealed record ItemIllustrated(GenerationId Generation, ItemId Item, MediaAsset Media, Provenance MadeBy) : CampaignEvent;

    /// <summary>The picture could not be drawn.</summary>
    [EventName("campaign.illustration_failed.v1")]
    public sealed record IllustrationFailed(GenerationId Generation, ItemId Item, Problem Problem) : CampaignEvent;

    /// <summary>A file that an item is made of was asked for.</summary>
    [EventName("campaign.part_requested.v1")]
    public sealed record PartRequested(GenerationId Generation, ItemId Item, ItemPart Part, PartOrder Order, ActorId? By) : CampaignEvent;

    /// <summary>It is made, and kept with the item.</summary>
    [EventName("campaign.part_made.v1")]
    public sealed record PartMade(GenerationId Generation, ItemId Item, ItemPart Part, MediaAsset Media, Provenance MadeBy) : CampaignEvent;

    /// <summary>It could not be made.</summary>
    [EventName("campaign.part_failed.v1")]
    public sealed record PartFailed(GenerationId Generation, ItemId Item, ItemPart Part, Problem Problem) : CampaignEvent;

    /// <summary>The parts of an item are made, as far as they can be: what it shows now. An approval of what it was no longer counts.</summary>
    [EventName("campaign.item_assembled.v1")]
    public sealed record ItemAssembled(ItemId Item, IReadOnlyList<MediaAsset> Media, Provenance MadeBy) : CampaignEvent;

    /// <summary>An item, or a field of it, shall be written anew.</summary>
    [EventName("campaign.rewrite_requested.v1")]
    public sealed record RewriteRequested(
        GenerationId Generation,
        ItemId Item,
        RewriteOrder Order,
        ActorId? By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureReference? Picture = null
    ) : CampaignEvent;

    /// <summary>It was written anew, in ways to choose from.</summary>
    [EventName("campaign.variants_offered.v1")]
    public sealed record VariantsOffered(GenerationId Generation, ItemId Item, IReadOnlyList<PostText> Variants, Provenance MadeBy)
        : CampaignEvent;

    /// <summary>One of the ways was taken. An approval of the old words no longer counts.</summary>
    [EventName("campaign.variant_chosen.v1")]
    public sealed record VariantChosen(ItemId Item, int Number, PostText Text, Provenance MadeBy) : CampaignEvent;

    /// <summary>It could not be written anew.</summary>
    [EventName("campaign.rewrite_failed.v1")]
    public sealed record RewriteFailed(GenerationId Generation, ItemId Item, Problem Problem) : CampaignEvent;

    /// <summary>A better brief was asked for.</summary>
    [EventName("campaign.brief_improvement_requested.v1")]
    public sealed record BriefImprovementRequested(GenerationId Generation, string? Instruction, ActorId? By) : CampaignEvent;

    /// <summary>A better brief came. It holds once someone changes the brief to it.</summary>
    [EventName("campaign.brief_suggested.v1")]
    public sealed record BriefSuggested(GenerationId Generation, string Brief, Provenance MadeBy) : CampaignEvent;

    /// <summary>No better brief will come.</summary>
    [EventName("campaign.brief_improvement_failed.v1")]
    public sealed record BriefImprovementFailed(GenerationId Generation, Problem Problem) : CampaignEvent;

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
    /// <param name="Item">Which post.</param>
    /// <param name="ContentHash">Which content.</param>
    /// <param name="By">Who approved: a user, or a reviewer from outside.</param>
    /// <param name="Note">In their words.</param>
    /// <param name="Window">When it may go out; null: whenever.</param>
    [EventName("campaign.item_approved.v1")]
    public sealed record ItemApproved(
        ItemId Item,
        string ContentHash,
        ActorId By,
        string? Note,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ApprovalWindow? Window = null
    ) : CampaignEvent;

    /// <summary>Someone asked for changes first.</summary>
    [EventName("campaign.changes_requested.v1")]
    public sealed record ChangesRequested(ItemId Item, string ContentHash, ActorId By, string Reason) : CampaignEvent;

    /// <summary>Someone without an account was invited to look at posts as they were, and to decide about them.</summary>
    [EventName("campaign.reviewer_invited.v1")]
    public sealed record ReviewerInvited(InviteId Invite, string Name, IReadOnlyList<InvitedPost> Posts, DateTimeOffset ExpiresAt)
        : CampaignEvent;

    /// <summary>An invitation was taken back: its link opens nothing any more.</summary>
    [EventName("campaign.invite_revoked.v1")]
    public sealed record InviteRevoked(InviteId Invite) : CampaignEvent;

    /// <summary>Someone said something of a post.</summary>
    /// <param name="Item">Which post.</param>
    /// <param name="ContentHash">As it was then.</param>
    /// <param name="By">Who: a user, or a reviewer from outside.</param>
    /// <param name="IsInternal">Whether outside reviewers may not see it.</param>
    /// <param name="Text">In their words.</param>
    [EventName("campaign.commented.v1")]
    public sealed record Commented(ItemId Item, string ContentHash, ActorId By, bool IsInternal, string Text) : CampaignEvent;

    /// <summary>This content is about to be scheduled: the intent, before the publication's own stream says so.</summary>
    [EventName("campaign.publication_planned.v1")]
    public sealed record PublicationPlanned(ItemId Item, PublicationId Publication, AccountId Account, string ContentHash) : CampaignEvent;

    /// <summary>This content is about to be scheduled again and again: the intent, before the publications' own streams say so.</summary>
    /// <param name="Series">Its id, from which those of its publications follow.</param>
    /// <param name="Item">Which post.</param>
    /// <param name="Account">Where.</param>
    /// <param name="Rule">How often, in words.</param>
    /// <param name="Times">When, the earliest first.</param>
    /// <param name="Late">What holds when an occurrence is late; null for what the tenant has set.</param>
    /// <param name="By">Who asked for it.</param>
    /// <param name="ContentHash">Of the content.</param>
    /// <param name="At">When it was asked for.</param>
    [EventName("campaign.series_planned.v1")]
    public sealed record SeriesPlanned(
        SeriesId Series,
        ItemId Item,
        AccountId Account,
        string Rule,
        IReadOnlyList<PlannedTime> Times,
        LatePolicy? Late,
        ActorId By,
        string ContentHash,
        DateTimeOffset At
    ) : CampaignEvent;

    /// <summary>Some occurrences of a series are scheduled, refused, or taken back.</summary>
    [EventName("campaign.series_advanced.v1")]
    public sealed record SeriesAdvanced(SeriesId Series, IReadOnlyList<OccurrenceOutcome> Outcomes) : CampaignEvent;

    /// <summary>The rest of a series is about to be taken back.</summary>
    [EventName("campaign.series_cancelled.v1")]
    public sealed record SeriesCancelled(SeriesId Series, string Reason, ActorId By) : CampaignEvent;

    /// <summary>Everything that is scheduled is about to be moved: the intent, before the publications' own streams say so.</summary>
    [EventName("campaign.move_planned.v1")]
    public sealed record MovePlanned(MoveId Move, string Span, IReadOnlyList<PublicationMove> Moves, ActorId By) : CampaignEvent;

    /// <summary>Some publications are moved, or stay.</summary>
    [EventName("campaign.move_advanced.v1")]
    public sealed record MoveAdvanced(MoveId Move, IReadOnlyList<MoveOutcome> Outcomes) : CampaignEvent;
}

/// <summary>A post as it was written, with the id it got.</summary>
public sealed record WrittenItem(ItemId Item, DraftPost Post);
