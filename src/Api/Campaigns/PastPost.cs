using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Api.Campaigns;

/// <summary>One post of a campaign as it was at one moment.</summary>
public sealed class PastPost(CampaignItem item)
{
    /// <summary>Its id.</summary>
    public Guid Id => item.Id.Uuid;

    /// <summary>Where it was meant to go.</summary>
    public Platform Platform => item.Platform;

    /// <summary>How it was shown.</summary>
    public PostKind Kind => item.Kind;

    /// <summary>Without hashtags.</summary>
    public string Caption => item.Text.Caption;

    /// <summary>Without `#`, in order.</summary>
    public IReadOnlyList<string> Hashtags => item.Text.Hashtags;

    /// <summary>Caption and hashtags as the platform would have got them.</summary>
    public string ComposedCaption => item.Text.Composed;

    /// <summary>What its picture was to show; null when nobody had said.</summary>
    public string? ImagePrompt => item.Text.ImagePrompt;

    /// <summary>For those who cannot see the picture.</summary>
    public string? AltText => item.Text.AltText;

    /// <summary>Its first or only file; null when it had none.</summary>
    public MediaView? Media => MediaList.Count == 0 ? null : MediaList[0];

    /// <summary>All its files, in order.</summary>
    public IReadOnlyList<MediaView> MediaList => MediaView.Of(item.Media);

    /// <summary>Whether a picture was being drawn for it.</summary>
    public bool IsBeingIllustrated => item.Drawing is not null;

    /// <summary>The model that had made any of it; null when people had.</summary>
    public Provenance? MadeBy => item.MadeBy;

    /// <summary>What an approval bound.</summary>
    public string ContentHash => item.ContentHash;

    /// <summary>What had been said of it.</summary>
    public PastReview Review => new(item.Review.State, item.Review.By?.Value, item.Review.Note, item.Review.ContentHash);

    /// <summary>Where it was planned to go out since its content had last changed. How that stands is another thing's history.</summary>
    public IReadOnlyList<PlannedPublication> Publications =>
        [
            .. item
                .Publications.OrderBy(planned => planned.Key.Uuid)
                .Select(planned => new PlannedPublication(planned.Key.Uuid, planned.Value.Uuid)),
        ];
}

/// <summary>What had been said of a post.</summary>
/// <param name="State">Where it stood.</param>
/// <param name="By">Who had approved or asked for changes: a user's id; null when nobody had.</param>
/// <param name="Note">In the words of who had asked or decided last.</param>
/// <param name="ContentHash">The content that was spoken of; null when nothing had been said.</param>
public sealed record PastReview(ReviewState State, string? By, string? Note, string? ContentHash);

/// <summary>A publication that a post was planned for.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="AccountId">On which account.</param>
public sealed record PlannedPublication(Guid PublicationId, Guid AccountId);
