using System.Collections.Immutable;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Campaigns;

/// <summary>One post of a campaign, as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Platform">Where it is meant to go.</param>
/// <param name="Text">Its words.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Media">Its pictures and videos, in order.</param>
/// <param name="Review">What was said of it.</param>
/// <param name="Drawing">The job that draws its picture at this moment; null when none does.</param>
/// <param name="MadeBy">Set when a model made any of it.</param>
/// <param name="Publications">Where it may be scheduled: all that were planned since its content last changed.</param>
public sealed record CampaignItem(
    ItemId Id,
    Platform Platform,
    PostText Text,
    PostKind Kind,
    IReadOnlyList<MediaAsset> Media,
    Review Review,
    GenerationId? Drawing,
    Provenance? MadeBy,
    ImmutableDictionary<PublicationId, AccountId> Publications
)
{
    /// <summary>What an approval binds.</summary>
    public string ContentHash => Domain.Campaigns.ContentHash.Of(Platform, Kind, Text, Media);

    /// <summary>Who approved just this content; null when nobody did.</summary>
    public ActorId? ApprovedBy => Review is { State: ReviewState.Approved, By: { } by } && Review.ContentHash == ContentHash ? by : null;

    /// <summary>The files of a post once a picture was drawn for it: a carousel grows, any other post shows that picture alone.</summary>
    public static IReadOnlyList<MediaAsset> WithDrawn(PostKind kind, IReadOnlyList<MediaAsset> media, MediaAsset drawn) =>
        kind is PostKind.Carousel ? [.. media, drawn] : [drawn];

    /// <summary>A new post that nobody has looked at.</summary>
    public static CampaignItem New(ItemId id, DraftPost post, Provenance? madeBy)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new(
            id,
            post.Platform,
            post.Text,
            post.Kind,
            Media: [],
            Review.None,
            Drawing: null,
            madeBy,
            ImmutableDictionary<PublicationId, AccountId>.Empty
        );
    }
}

/// <summary>What was said of an item's content.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="ContentHash">Of which content; null when nothing was said.</param>
/// <param name="By">Who decided; null when nobody has.</param>
/// <param name="Note">In their words.</param>
public sealed record Review(ReviewState State, string? ContentHash, ActorId? By, string? Note)
{
    /// <summary>When it may go out, by its approval; null: whenever.</summary>
    public ApprovalWindow? Window { get; init; }

    /// <summary>Nothing was said.</summary>
    public static Review None { get; } = new(ReviewState.Draft, null, null, null);
}

/// <summary>Where the review of an item stands.</summary>
public enum ReviewState
{
    /// <summary>Nobody asked.</summary>
    Draft,

    /// <summary>Somebody asked for approval.</summary>
    Requested,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Changes were asked for.</summary>
    ChangesRequested,
}
