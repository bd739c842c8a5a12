using Campaigns.Api.Generations;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Reading;
using Campaigns.Domain.Generations;
using Campaigns.Projections;
using Campaigns.Projections.Generations;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One AI job; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<GenerationView?> Generation(
        [FromServices] Viewer viewer,
        [FromServices] GenerationReader generations,
        Guid id,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Generations, ct);
        return await generations.Find(tenant, new GenerationId(id), ct) is { } row ? new(row) : null;
    }

    /// <summary>AI jobs, the latest asked for first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">The oldest or the latest first.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<Connection<GenerationView>> Generations(
        [FromServices] Viewer viewer,
        [FromServices] GenerationReader generations,
        int? first,
        string? after,
        int? last,
        string? before,
        GenerationFilterInput? where,
        string? atLeast,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        var page = Page.Of(first, after, last, before);
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Generations, ct);
        return await page.Read(
            request => generations.Page(tenant, (where ?? new()).ToFilter(), order.ToDirection(), request, ct),
            row => new GenerationView(row)
        );
    }
}
