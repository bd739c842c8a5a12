using Campaigns.Api.Nodes;
using Campaigns.Api.Reading;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>A campaign, post, publication, account or brand by its id; null when there is none.</summary>
    /// <param name="id">Any of their ids.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<INode?> Node(
        [FromServices] Viewer viewer,
        [FromServices] Lookups lookups,
        Guid id,
        string? atLeast,
        CancellationToken ct
    )
    {
        viewer.AtLeast(atLeast);
        var found = await Task.WhenAll<INode?>(
            As(lookups.Campaign(id).GetResultAsync(ct)),
            As(lookups.Post(id).GetResultAsync(ct)),
            As(lookups.Publication(id).GetResultAsync(ct)),
            As(lookups.Account(id).GetResultAsync(ct)),
            As(lookups.Brand(id).GetResultAsync(ct))
        );
        return found.FirstOrDefault(node => node is not null);
    }

    private static async Task<INode?> As<T>(Task<T?> found)
        where T : class, INode => await found;
}
