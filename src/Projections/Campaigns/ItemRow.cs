using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Campaigns;

/// <summary>One item of a campaign, as <c>read.items</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Campaign">The campaign it belongs to.</param>
/// <param name="Ordinal">Sorts the items of a campaign as they were added; says nothing else.</param>
/// <param name="Platform">Where it is meant to go.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Caption">Without hashtags.</param>
/// <param name="Hashtags">Without <c>#</c>, in order.</param>
/// <param name="ImagePrompt">What the picture should show.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
/// <param name="MadeBy">The model that made any of it; null when people did.</param>
/// <param name="Media">Its first or only file.</param>
/// <param name="MoreMedia">What follows it, in order.</param>
/// <param name="ContentHash">What an approval binds, of the content as it is now.</param>
/// <param name="Review">Where its review stands. An edit begins it anew.</param>
/// <param name="ReviewedHash">The content that the review is about.</param>
/// <param name="ReviewedBy">Who approved, or asked for changes.</param>
/// <param name="ReviewNote">In the words of who asked or decided last.</param>
/// <param name="ReviewedAt">When the review last moved.</param>
/// <param name="Picture">Where the drawing of its picture stands.</param>
/// <param name="PictureGeneration">The AI job of the last request for one.</param>
/// <param name="PictureProblem">Why that one could not be drawn.</param>
/// <param name="Script">What it has beside its caption; null for a plain post.</param>
/// <param name="Parts">The files it is made of, and those that are being made; null when there are none.</param>
/// <param name="Variants">Ways to put it that can be chosen from; null when there are none.</param>
/// <param name="VariantsBy">What wrote them.</param>
/// <param name="RewriteGeneration">The AI job that writes it anew; null when none does.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("items")]
public sealed record ItemRow(
    string Tenant,
    Guid Id,
    Guid Campaign,
    long Ordinal,
    Platform Platform,
    PostKind Kind,
    string Caption,
    IReadOnlyList<string> Hashtags,
    string? ImagePrompt,
    string? AltText,
    Provenance? MadeBy,
    MediaAsset? Media,
    IReadOnlyList<MediaAsset> MoreMedia,
    string ContentHash,
    ReviewState Review,
    string? ReviewedHash,
    string? ReviewedBy,
    string? ReviewNote,
    DateTimeOffset? ReviewedAt,
    PictureState Picture,
    Guid? PictureGeneration,
    Problem? PictureProblem,
    ItemScript? Script,
    IReadOnlyList<PartOfItem>? Parts,
    IReadOnlyList<PostText>? Variants,
    Provenance? VariantsBy,
    Guid? RewriteGeneration,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
)
{
    /// <summary>All its files, in order.</summary>
    public IReadOnlyList<MediaAsset> AllMedia => Media is null ? [] : [Media, .. MoreMedia];
}

/// <summary>Where the drawing of an item's picture stands.</summary>
public enum PictureState
{
    /// <summary>Nobody asked for one.</summary>
    None,

    /// <summary>Asked for, and under way.</summary>
    Requested,

    /// <summary>It was drawn.</summary>
    Done,

    /// <summary>It will not come.</summary>
    Failed,
}
