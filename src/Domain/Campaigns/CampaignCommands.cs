using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Campaigns;

/// <summary>Begins a campaign.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Brief">1 to 20,000 characters.</param>
/// <param name="Brand">Who speaks; null for nobody in particular.</param>
public sealed record CreateCampaign(string Name, string Brief, BrandId? Brand);

/// <summary>Names it otherwise.</summary>
public sealed record RenameCampaign(string Name);

/// <summary>Changes the brief.</summary>
public sealed record ChangeBrief(string Brief);

/// <summary>Asks for posts to be written from the brief.</summary>
public sealed record RequestWriting(WritingOrder Order);

/// <summary>Asks for what the last order left out.</summary>
public sealed record RequestMissing;

/// <summary>Asks for an item, or a field of it, to be written anew.</summary>
/// <param name="Item">Which.</param>
/// <param name="Order">How.</param>
/// <param name="FromPicture">Whether its first picture is looked at: the words go with it.</param>
public sealed record RequestRewrite(ItemId Item, RewriteOrder Order, bool FromPicture = false);

/// <summary>Takes one of the ways that were offered.</summary>
/// <param name="Item">Of which item.</param>
/// <param name="Number">Which, from 1.</param>
public sealed record ChooseVariant(ItemId Item, int Number);

/// <summary>Asks for a better brief.</summary>
/// <param name="Instruction">What to mind; null for nothing in particular.</param>
public sealed record ImproveBrief(string? Instruction);

/// <summary>Asks again for what failed.</summary>
/// <param name="Generation">The job that failed.</param>
public sealed record RetryJob(Generations.GenerationId Generation);

/// <summary>Adds a post by hand.</summary>
public sealed record AddItem(ItemId Item, DraftPost Post);

/// <summary>Changes a post's words or kind: what it names, and leaves the rest.</summary>
/// <param name="Item">Which.</param>
/// <param name="Caption">Null leaves it.</param>
/// <param name="Hashtags">Null leaves them.</param>
/// <param name="ImagePrompt">Null leaves it, blank clears it.</param>
/// <param name="AltText">Null leaves it, blank clears it.</param>
/// <param name="Kind">Null leaves it.</param>
public sealed record EditItem(
    ItemId Item,
    string? Caption = null,
    IReadOnlyList<string>? Hashtags = null,
    string? ImagePrompt = null,
    string? AltText = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PostKind? Kind = null
);

/// <summary>Takes a post out.</summary>
public sealed record RemoveItem(ItemId Item);

/// <summary>Asks for a picture.</summary>
/// <param name="Item">For which post.</param>
/// <param name="Prompt">What it should show; null for the post's own image prompt.</param>
/// <param name="Ratio">Its shape.</param>
public sealed record RequestIllustration(ItemId Item, string? Prompt, AspectRatio Ratio);

/// <summary>Asks for a picture to be changed.</summary>
/// <param name="Item">Of which item.</param>
/// <param name="Part">Which of its parts; null for the one picture of a post.</param>
/// <param name="Instruction">What shall be otherwise; 1 to 2,000 characters.</param>
public sealed record ChangePicture(ItemId Item, ItemPart? Part, string Instruction);

/// <summary>Asks for a part to be made anew from its script.</summary>
/// <param name="Item">Of which item.</param>
/// <param name="Part">Which.</param>
public sealed record RemakePart(ItemId Item, ItemPart Part);

/// <summary>Puts files into a post, in place of those that are there.</summary>
/// <param name="Item">Which.</param>
/// <param name="Media">The first or only one.</param>
/// <param name="MoreMedia">What follows it in a carousel, in order.</param>
public sealed record AttachMedia(
    ItemId Item,
    MediaAsset Media,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MediaAsset>? MoreMedia = null
);

/// <summary>Sets what holds for late posts of the campaign.</summary>
/// <param name="Policy">Null for what the tenant has set.</param>
public sealed record SetCampaignLatePolicy(LatePolicy? Policy);

/// <summary>Asks for approval of a post as it is.</summary>
public sealed record RequestApproval(ItemId Item, string? Note);

/// <summary>Approves a post.</summary>
/// <param name="Item">Which.</param>
/// <param name="ContentHash">The content that was looked at; refused when it has changed since. Null for whatever it is now.</param>
/// <param name="Note">Up to 2,000 characters.</param>
/// <param name="Window">When it may go out; null: whenever.</param>
public sealed record ApproveItem(
    ItemId Item,
    string? ContentHash,
    string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ApprovalWindow? Window = null
);

/// <summary>Asks for changes.</summary>
/// <param name="Item">Which.</param>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record RequestChanges(ItemId Item, string Reason);

/// <summary>Puts a post on the calendar, or out at once.</summary>
/// <param name="Item">Which.</param>
/// <param name="Publication">The new publication's id.</param>
/// <param name="Account">Where.</param>
/// <param name="Time">When; null for now.</param>
/// <param name="Late">What holds when it is late; null for what the campaign has set, or else the tenant.</param>
/// <param name="InNextSlot">In the next free slot of the account's week: that is when, then.</param>
public sealed record SchedulePost(
    ItemId Item,
    PublicationId Publication,
    AccountId Account,
    WallTime? Time,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LatePolicy? Late = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InNextSlot = false
);
