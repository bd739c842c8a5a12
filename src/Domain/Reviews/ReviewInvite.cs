using System.Collections.Immutable;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Reviews;

/// <summary>An invitation, as it stands.</summary>
/// <param name="Name">Whom it is for, in the words of who invited them.</param>
/// <param name="Posts">What may be looked at and decided, in order.</param>
/// <param name="ExpiresAt">Until then, UTC.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
/// <param name="Comments">How many comments came by it.</param>
public sealed record ReviewInvite(
    string Name,
    ImmutableList<InvitedPost> Posts,
    DateTimeOffset ExpiresAt,
    bool IsRevoked = false,
    int Comments = 0
)
{
    /// <summary>Whether its link opens anything.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsRevoked && now < ExpiresAt;

    /// <summary>One of its posts; null when it is none of them.</summary>
    public InvitedPost? Find(ItemId item) => Posts.Find(post => post.Item == item);

    internal ReviewInvite Decided(ItemId item, ReviewState decision) =>
        Find(item) is { } post ? this with { Posts = Posts.Replace(post, post with { Decision = decision }) } : this;
}

/// <summary>A post as a reviewer was invited to look at it.</summary>
/// <param name="Item">Which.</param>
/// <param name="ContentHash">This content, and no other.</param>
/// <param name="Decision">What the reviewer decided about it; null when nothing yet.</param>
public sealed record InvitedPost(ItemId Item, string ContentHash, ReviewState? Decision = null);
