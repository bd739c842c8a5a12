using Campaigns.Api.Brands;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Reading;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One brand; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static IDataLoaderResult<BrandView?> Brand(
        [FromServices] Viewer viewer,
        [FromServices] Lookups lookups,
        Guid id,
        string? atLeast
    )
    {
        viewer.AtLeast(atLeast);
        return lookups.Brand(id);
    }

    /// <summary>The brands, in the order they were set up; at most 200.</summary>
    /// <param name="search">Only those with this in their name, whatever the case.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<IReadOnlyList<BrandView>> Brands(
        [FromServices] Viewer viewer,
        [FromServices] BrandReader brands,
        string? search,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Brands, ct);
        var page = await brands.Page(tenant, search, new(PageRequest.Largest), ct);
        return [.. page.Edges.Select(edge => new BrandView(edge.Node))];
    }
}
