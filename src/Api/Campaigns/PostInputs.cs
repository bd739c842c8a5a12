using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Api.Campaigns;

/// <summary>What every command to an existing post names.</summary>
internal interface IPostInput
{
    /// <summary>Its campaign.</summary>
    CampaignId CampaignId { get; }

    /// <summary>Which post.</summary>
    ItemId ItemId { get; }

    /// <summary>Makes repeating safe. Needed, unless the header gives it.</summary>
    CommandId? CommandId { get; }
}

/// <summary>A post to add.</summary>
/// <param name="CampaignId">To which campaign.</param>
/// <param name="Platform">Where it is meant to go.</param>
/// <param name="Caption">1 to 5,000 characters, without hashtags; the platform's own limit is checked when scheduling.</param>
/// <param name="Hashtags">Without `#`.</param>
/// <param name="ImagePrompt">What its picture should show.</param>
/// <param name="AltText">For those who cannot see the picture; up to 1,000 characters.</param>
/// <param name="ItemId">The new post's id, a UUID; null to derive it from the command id.</param>
/// <param name="Kind">How it is shown. What it takes is checked when scheduling: a photo one picture, a carousel 2 to 10 files, a reel one video, a story one file.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record AddPostInput(
    CampaignId CampaignId,
    Platform Platform,
    string Caption,
    IReadOnlyList<string>? Hashtags = null,
    string? ImagePrompt = null,
    string? AltText = null,
    ItemId? ItemId = null,
    PostKind Kind = PostKind.Photo,
    CommandId? CommandId = null
)
{
    internal AddItem ToCommand(ItemId item) => new(item, new(Platform, new(Caption, Hashtags ?? [], ImagePrompt, AltText), Kind));
}

/// <summary>Changes to a post's texts and kind. Null leaves a thing as it is.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="Caption">1 to 5,000 characters, without hashtags.</param>
/// <param name="Hashtags">Without `#`; the whole list.</param>
/// <param name="ImagePrompt">Blank clears it.</param>
/// <param name="AltText">Blank clears it.</param>
/// <param name="Kind">How it is shown. Its files stay; whether they fit is checked when scheduling.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record EditPostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string? Caption = null,
    IReadOnlyList<string>? Hashtags = null,
    string? ImagePrompt = null,
    string? AltText = null,
    PostKind? Kind = null,
    CommandId? CommandId = null
) : IPostInput
{
    internal EditItem ToCommand() => new(ItemId, Caption, Hashtags, ImagePrompt, AltText, Kind);
}

/// <summary>A post to take out.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RemovePostInput(CampaignId CampaignId, ItemId ItemId, CommandId? CommandId = null) : IPostInput;

/// <summary>A picture to draw.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">For which post.</param>
/// <param name="Prompt">What it should show; null for the post's own image prompt.</param>
/// <param name="Ratio">Its shape.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record IllustratePostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string? Prompt = null,
    AspectRatio Ratio = AspectRatio.Square,
    CommandId? CommandId = null
) : IPostInput;

/// <summary>Files to put into a post, in place of those that are there. Name one by `mediaKey`, or all of them in order by `mediaKeys`.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="MediaKey">The key that the upload (`POST /media`) answered with.</param>
/// <param name="MediaKeys">Up to 10 such keys, in the order in which a carousel shows them.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record AttachMediaInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string? MediaKey = null,
    IReadOnlyList<string>? MediaKeys = null,
    CommandId? CommandId = null
) : IPostInput;

/// <summary>An approval to ask for.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Of which post.</param>
/// <param name="Note">For whoever approves; up to 2,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RequestApprovalInput(CampaignId CampaignId, ItemId ItemId, string? Note = null, CommandId? CommandId = null)
    : IPostInput;

/// <summary>An approval.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Of which post.</param>
/// <param name="ContentHash">The post's `contentHash` as you saw it: refused when it has changed since. Null for whatever it is now.</param>
/// <param name="Note">Up to 2,000 characters.</param>
/// <param name="PublishFrom">It may not go out before; null: from now on.</param>
/// <param name="PublishUntil">It may not go out after; null: without an end.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ApprovePostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string? ContentHash = null,
    string? Note = null,
    DateTimeOffset? PublishFrom = null,
    DateTimeOffset? PublishUntil = null,
    CommandId? CommandId = null
) : IPostInput;

/// <summary>Changes to ask for.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">To which post.</param>
/// <param name="Reason">What should change; 1 to 2,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RequestChangesInput(CampaignId CampaignId, ItemId ItemId, string Reason, CommandId? CommandId = null) : IPostInput;
