using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Hindrances;
using Campaigns.Grains;
using Campaigns.Grains.Hindrances;
using Campaigns.Projections;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Tenants;
using GraphQL.DataLoader;

namespace Campaigns.Api.Hindrances;

/// <summary>Why posts have not gone out: however many of a page are asked about, it is one question.</summary>
public sealed class WaitingPosts
{
    /// <summary>A publication's answer is folded from its stream: as much work as so many fields.</summary>
    internal const double Cost = 50;

    private readonly Batch<Guid, HindranceView?> publications;
    private readonly Batch<ItemRow, HindranceView?> posts;

    /// <summary>One a request.</summary>
    public WaitingPosts(Caller caller, Viewer viewer, IGrainFactory grains, PublicationReader reader, TenantReader tenants)
    {
        publications = new(
            async (ids, ct) =>
            {
                var grain = grains.Hindrances(caller.Require(Permission.View).Tenant);
                var found = new Dictionary<Guid, HindranceView?>();
                foreach (var some in ids.Chunk(IHindranceGrain.MostAtOnce))
                foreach (var (id, hindrances) in await grain.Of(some, ct))
                    found[id] = HindranceView.Of(hindrances);
                return id => found.GetValueOrDefault(id);
            }
        );
        posts = new(
            async (rows, ct) =>
            {
                var onTheWay = await reader.OfItems(await viewer.Of(ReadModels.Publications, ct), [.. rows.Select(row => row.Id)], ct);
                var settings = await tenants.Settings(await viewer.Of(ReadModels.Tenants, ct), ct);
                return row =>
                    onTheWay[row.Id].Any(publication => publication.VerdictAt is null || publication.LiveAt is not null)
                        ? null
                        : HindranceView.Of([WhyNotYet.Of(StandingOf(row), settings.ApprovalPolicy)]);
            }
        );
    }

    /// <summary>What keeps a publication back; null when nothing does any more: its verdict says how it ended.</summary>
    internal IDataLoaderResult<HindranceView?> Of(Guid publication) => publications.Load(publication);

    /// <summary>What keeps a post from being on its way to any account; null when it is, or was.</summary>
    internal IDataLoaderResult<HindranceView?> Of(ItemRow post) => posts.Load(post);

    private static PostStanding StandingOf(ItemRow row) =>
        new(
            row.Media is not null,
            row.Picture is PictureState.Requested,
            row.Review,
            row is { Review: ReviewState.Approved, ReviewedBy: { } by } && row.ReviewedHash == row.ContentHash ? ActorId.Parse(by) : null,
            row.ReviewedAt,
            row.UpdatedAt
        );
}
