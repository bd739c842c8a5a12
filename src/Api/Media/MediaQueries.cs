using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Media;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Media;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One file of the gallery; null when there is none, or not any more.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<MediaAssetView?> MediaAsset(
        [FromServices] Viewer viewer,
        [FromServices] MediaReader media,
        string key,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Media, ct);
        return await media.Find(tenant, key, ct) is { } row ? new MediaAssetView(row) : null;
    }

    /// <summary>The gallery: what was uploaded and what models made, the latest first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">Oldest or latest first.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<Connection<MediaAssetView>> MediaAssets(
        [FromServices] Viewer viewer,
        [FromServices] MediaReader media,
        int? first,
        string? after,
        int? last,
        string? before,
        MediaAssetFilterInput? where,
        string? atLeast,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Media, ct);
        return await Page.Of(first, after, last, before)
            .Read(
                request => media.Page(tenant, (where ?? new()).ToFilter(), order.ToDirection(), request, ct),
                row => new MediaAssetView(row)
            );
    }
}
