using Campaigns.Api.Media;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using GraphQL;

namespace Campaigns.Api.Reviews;

/// <summary>What a reviewer from outside sees.</summary>
[Name("OutsideReview")]
public sealed class OutsideReview(ReviewSheet sheet)
{
    /// <summary>The campaign's name.</summary>
    public string CampaignName => sheet.Campaign;

    /// <summary>Whom the invitation is for.</summary>
    public string ReviewerName => sheet.Name;

    /// <summary>Until when the link opens anything.</summary>
    public DateTimeOffset ExpiresAt => sheet.ExpiresAt;

    /// <summary>The posts to look at, in order.</summary>
    public IReadOnlyList<OutsidePost> Posts => [.. sheet.Posts.Select(post => new OutsidePost(post, sheet.Invite))];
}

/// <summary>One post as a reviewer from outside sees it.</summary>
[Name("OutsidePost")]
public sealed class OutsidePost(ReviewSheetPost post, InviteId invite)
{
    /// <summary>Its id. Commands name it as `itemId`.</summary>
    public Guid Id => post.Item.Uuid;

    /// <summary>The content that the invitation is for. Give it to `reviewApprove`.</summary>
    public string ContentHash => post.ContentHash;

    /// <summary>Whether the post has another content by now: then there is nothing to see, and nothing to decide.</summary>
    public bool HasChanged => post.Content is null;

    /// <summary>Where it is meant to go; null when it has changed.</summary>
    public Platform? Platform => post.Content?.Platform;

    /// <summary>Caption and hashtags as the platform gets them; null when it has changed.</summary>
    public string? ComposedCaption => post.Content?.Caption;

    /// <summary>For those who cannot see the picture.</summary>
    public string? AltText => post.Content?.AltText;

    /// <summary>How it is shown; null when it has changed.</summary>
    public PostKind? Kind => post.Content?.Kind;

    /// <summary>Its pictures and videos, in order; empty when it has changed.</summary>
    public IReadOnlyList<MediaView> MediaList => MediaView.Of(post.Content?.Media ?? []);

    /// <summary>What the reviewer decided about it; null when nothing yet.</summary>
    public ReviewState? Decision => post.Decision;

    /// <summary>What was said to everybody, in order.</summary>
    public IReadOnlyList<OutsideComment> Comments =>
        [
            .. post.Comments.Select(comment => new OutsideComment(
                comment.Text,
                comment.At,
                comment.ReviewerName,
                IsYours: comment.By == invite.Actor
            )),
        ];
}

/// <summary>A comment as a reviewer from outside sees it.</summary>
/// <param name="Text">In the words of who made it.</param>
/// <param name="At">When.</param>
/// <param name="ReviewerName">Whom the invitation was for by which they came; null for someone of the team.</param>
/// <param name="IsYours">Whether it came by this link.</param>
public sealed record OutsideComment(string Text, DateTimeOffset At, string? ReviewerName, bool IsYours);
