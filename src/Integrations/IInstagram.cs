using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>Instagram publishing. Retries over hours belong to the saga; a call here is made once unless it certainly did nothing.</summary>
public interface IInstagram
{
    /// <summary>Whose account a token opens. Nothing is stored.</summary>
    Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct);

    /// <summary>
    /// Uploads a photo, a reel or a story by its public URL; a story without its caption. An orphaned container does no harm: it expires.
    /// </summary>
    Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct);

    /// <summary>Uploads one file of a carousel by its public URL. An orphaned container does no harm: it expires.</summary>
    Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct);

    /// <summary>Puts files that are ready together, in this order. Rejected as gone when one of them is.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="children">The containers of the files.</param>
    /// <param name="caption">Of the whole.</param>
    /// <param name="ct">Stops the waiting.</param>
    Task<Reply<ContainerId>> CreateCarousel(
        InstagramAccount account,
        IReadOnlyList<ContainerId> children,
        string caption,
        CancellationToken ct
    );

    /// <summary>Where a container stands. Reads only.</summary>
    Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct);

    /// <summary>Makes a finished container public. Irreversible: never repeated by the adapter; a lost answer is <c>Unclear</c>.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="container">Which.</param>
    /// <param name="sendBy">
    /// Later than this, UTC, nothing is sent, and the reply is <c>Unclear</c>. Looked at when the connection stands and the request is about to leave.
    /// </param>
    /// <param name="ct">Stops the waiting.</param>
    Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct);

    /// <summary>How much of the rolling day's quota is used. Reads only.</summary>
    Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct);
}

/// <summary>Whom the platform knows a token as.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Username">Without <c>@</c>.</param>
public sealed record InstagramUser(string Id, string Username);

/// <summary>A connected account to act for. The adapter fetches its token from the vault; the token goes nowhere else.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Account">Our id of it.</param>
/// <param name="UserId">The platform's id of it.</param>
/// <param name="Token">Which token of the vault opens it.</param>
public sealed record InstagramAccount(TenantId Tenant, AccountId Account, string UserId, TokenRef Token);

/// <summary>Publications of the last 24 hours, and how many are allowed.</summary>
public sealed record PublishingQuota(int Used, int Total);
