using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Reviews;

/// <summary>
/// The door for reviewers of one tenant's posts, and what people of the tenant want to know of them. Whoever brings a token that opens nothing
/// hears null, whatever the reason. Any call may throw <see cref="StoreAwayException"/>.
/// </summary>
public interface IReviewGrain : IGrainWithStringKey
{
    /// <summary>The token that opens an invitation, which was made before.</summary>
    Task<string> TokenOf(CampaignId campaign, InviteId invite, DateTimeOffset expiresAt);

    /// <summary>What the holder of a token sees.</summary>
    Task<ReviewSheet?> Open(string token, CancellationToken ct = default);

    /// <summary>The holder of a token approves a post.</summary>
    /// <param name="token">What they bring.</param>
    /// <param name="ask">What they ask.</param>
    /// <param name="by">Under which id; who asks is the invitation.</param>
    Task<Outcome?> Approve(string token, ApproveItem ask, CommandContext by);

    /// <summary>The holder of a token asks for changes.</summary>
    /// <param name="token">What they bring.</param>
    /// <param name="ask">What they ask.</param>
    /// <param name="by">As above.</param>
    Task<Outcome?> RequestChanges(string token, RequestChanges ask, CommandContext by);

    /// <summary>The holder of a token says something of a post.</summary>
    /// <param name="token">What they bring.</param>
    /// <param name="item">Which post.</param>
    /// <param name="text">1 to 2,000 characters.</param>
    /// <param name="by">As above.</param>
    Task<Outcome?> Comment(string token, ItemId item, string text, CommandContext by);

    /// <summary>A campaign's invitations and comments; null when the tenant has no such campaign.</summary>
    Task<CampaignReviews?> Of(CampaignId campaign, CancellationToken ct = default);
}
