using Campaigns.Api.Hindrances;
using Campaigns.Api.Media;
using Campaigns.Api.Members;
using Campaigns.Api.Nodes;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Api.Reviews;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Campaigns;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Campaigns;

/// <summary>One post of a campaign, as it stands. Commands name it as `itemId`.</summary>
[Name("Post")]
[Implements(typeof(INode))]
public sealed class PostView(ItemRow row) : INode
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>Where it is meant to go.</summary>
    public Platform Platform => row.Platform;

    /// <summary>How it is shown.</summary>
    public PostKind Kind => row.Kind;

    /// <summary>Without hashtags.</summary>
    public string Caption => row.Caption;

    /// <summary>Without `#`, in order.</summary>
    public IReadOnlyList<string> Hashtags => row.Hashtags;

    /// <summary>Caption and hashtags as the platform gets them.</summary>
    public string ComposedCaption => new PostText(row.Caption, row.Hashtags).Composed;

    /// <summary>What its picture should show; null when nobody has said.</summary>
    public string? ImagePrompt => row.ImagePrompt;

    /// <summary>For those who cannot see the picture.</summary>
    public string? AltText => row.AltText;

    /// <summary>Its first or only file; null when it has none.</summary>
    public MediaView? Media => MediaView.Of(row.Media);

    /// <summary>All its files, in order: of a carousel what it shows, of any other post one or none.</summary>
    public IReadOnlyList<MediaView> MediaList => MediaView.Of(row.AllMedia);

    /// <summary>Where the drawing of its picture stands.</summary>
    public Illustration Illustration => new(row.Picture, row.PictureProblem);

    /// <summary>What it has beside its caption: headline, slides, scenes; null for a plain post.</summary>
    public ScriptView? Script => row.Script is { } script ? new(script) : null;

    /// <summary>The files it is made of, and those that are being made.</summary>
    public IReadOnlyList<PartView> Parts => [.. (row.Parts ?? []).Select(part => new PartView(part))];

    /// <summary>Ways to put it that can be chosen from, for `chooseVariant`.</summary>
    public IReadOnlyList<PostVariant> Variants =>
        [.. (row.Variants ?? []).Select(text => new PostVariant(text.Caption, text.Hashtags, text.ImagePrompt, text.AltText))];

    /// <summary>The AI job that writes it anew at this moment; null when none does.</summary>
    public Guid? RewriteGenerationId => row.RewriteGeneration;

    /// <summary>The model that made any of it; null when people did.</summary>
    public Provenance? MadeBy => row.MadeBy;

    /// <summary>What an approval binds: any change of kind, caption, hashtags, alt text, files or their order changes it. Give it to `approvePost`.</summary>
    public string ContentHash => row.ContentHash;

    /// <summary>What was said of it as it is. An edit begins the review anew.</summary>
    public ReviewView Review => new(row.Review, row.ReviewedBy, row.ReviewNote, row.ReviewedHash, row.ReviewedAt);

    /// <summary>Why it is on no calendar: what must be done next. Null when it is on its way or public; then its `publications` say more.</summary>
    public IDataLoaderResult<HindranceView?> WhyNotYet([FromServices] WaitingPosts waiting) => waiting.Of(row);

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>What people said of it, in order, from the log itself.</summary>
    public IDataLoaderResult<IReadOnlyList<CommentView>> Comments([FromServices] CampaignReviewsLookup reviews) =>
        reviews.CommentsOn(row.Campaign, row.Id);

    /// <summary>Its campaign.</summary>
    public IDataLoaderResult<CampaignView?> Campaign([FromServices] Lookups lookups) => lookups.Campaign(row.Campaign);

    /// <summary>Where and when it goes out, or went, by due time.</summary>
    public IDataLoaderResult<IReadOnlyList<PublicationView>> Publications([FromServices] Lookups lookups) => lookups.PublicationsOf(row.Id);
}

/// <summary>Where the drawing of a post's picture stands.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Problem">Why no picture will come; null unless it failed.</param>
public sealed record Illustration(PictureState State, Problem? Problem);

/// <summary>What was said of a post.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="By">Who approved or asked for changes: a user's id, or `reviewer:…` for someone from outside; null when nobody has.</param>
/// <param name="Note">In the words of who asked or decided last.</param>
/// <param name="ContentHash">The content that was spoken of; null when nothing was said.</param>
/// <param name="At">When the review last moved.</param>
[Name("Review")]
public sealed record ReviewView(ReviewState State, string? By, string? Note, string? ContentHash, DateTimeOffset? At)
{
    /// <summary>Who that is; null for someone from outside, and for whom the tenant does not know.</summary>
    public IDataLoaderResult<MemberView?>? Member([FromServices] MembersLookup members) => By is { } person ? members.Of(person) : null;
}
