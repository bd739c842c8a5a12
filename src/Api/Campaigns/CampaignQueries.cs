using Campaigns.Api.Campaigns;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Campaigns;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api;

public sealed partial class Query
{
    private static readonly CampaignOrderInput LatestCampaigns = new(CampaignOrder.CreatedAt, OrderDirection.Desc);

    /// <summary>One campaign; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static IDataLoaderResult<CampaignView?> Campaign(
        [FromServices] Viewer viewer,
        [FromServices] Lookups lookups,
        Guid id,
        string? atLeast
    )
    {
        viewer.AtLeast(atLeast);
        return lookups.Campaign(id);
    }

    /// <summary>Campaigns, the latest begun first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<Connection<CampaignView>> Campaigns(
        [FromServices] Viewer viewer,
        [FromServices] CampaignReader campaigns,
        int? first,
        string? after,
        int? last,
        string? before,
        CampaignFilterInput? where,
        CampaignOrderInput? order,
        string? atLeast,
        CancellationToken ct
    )
    {
        var page = Page.Of(first, after, last, before);
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Campaigns, ct);
        var (by, direction) = order ?? LatestCampaigns;
        return await page.Read(
            request => campaigns.Page(tenant, (where ?? new()).ToFilter(), by, direction.ToDirection(), request, ct),
            row => new CampaignView(row)
        );
    }
}
