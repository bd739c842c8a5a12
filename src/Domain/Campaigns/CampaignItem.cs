using System.Collections.Immutable;
using System.Text.Json.Serialization;
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
    /// <summary>What it has beside its caption; null for a plain post.</summary>
    public ItemScript? Script { get; init; }

    /// <summary>The files it is made of, and those that are being made.</summary>
    public ImmutableList<PartOfItem> Parts { get; init; } = [];

    /// <summary>The job that writes it anew at this moment; null when none does.</summary>
    public GenerationId? Rewriting { get; init; }

    /// <summary>Ways to put it that can be chosen from.</summary>
    public ImmutableList<PostText> Variants { get; init; } = [];

    /// <summary>What wrote them.</summary>
    public Provenance? VariantsBy { get; init; }

    /// <summary>The order that it came of; null when a person added it.</summary>
    public WritingOrder? Order { get; init; }

    /// <summary>Who gave that order.</summary>
    public ActorId? OrderedBy { get; init; }

    /// <summary>Whether anything of what it shows or says is being made at this moment.</summary>
    [JsonIgnore]
    public bool IsBeingMade => Drawing is not null || Rewriting is not null || Parts.Any(part => part.Generation is not null);

    /// <summary>One of its files; null when it was never asked for.</summary>
    public PartOfItem? Part(ItemPart part) => Parts.Find(one => one.Part == part);

    /// <summary>The same with that part as it is now.</summary>
    public CampaignItem With(PartOfItem part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return this with
        {
            Parts =
            [
                .. Parts.Where(one => one.Part != part.Part).Append(part).OrderBy(one => one.Part.Role).ThenBy(one => one.Part.Number),
            ],
        };
    }

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
        )
        {
            Script = post.Script,
        };
    }
}

/// <summary>A file that an item is made of.</summary>
/// <param name="Part">As what.</param>
public sealed record PartOfItem(ItemPart Part)
{
    /// <summary>The file; null until it is made. While it is made anew, what was there before.</summary>
    public MediaAsset? Media { get; init; }

    /// <summary>What made it.</summary>
    public Provenance? MadeBy { get; init; }

    /// <summary>The job that makes it at this moment; null when none does.</summary>
    public GenerationId? Generation { get; init; }

    /// <summary>Why it could not be made.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The same while a job makes it, or makes it anew.</summary>
    public static PartOfItem Asked(PartOfItem? known, ItemPart part, GenerationId job) =>
        (known ?? new(part)) with
        {
            Generation = job,
            Problem = null,
        };

    /// <summary>The same once a job could not make it: what was there before is there still.</summary>
    public static PartOfItem NotMade(PartOfItem? known, ItemPart part, Problem problem) =>
        (known ?? new(part)) with
        {
            Generation = null,
            Problem = problem,
        };
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
