using Campaigns.Api.Accounts;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Reading;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One account; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static IDataLoaderResult<AccountView?> Account(
        [FromServices] Viewer viewer,
        [FromServices] Lookups lookups,
        Guid id,
        string? atLeast
    )
    {
        viewer.AtLeast(atLeast);
        return lookups.Account(id);
    }

    /// <summary>The accounts, in the order they were first connected; at most 200.</summary>
    /// <param name="state">Only those that stand so; null for all, disconnected ones too.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<IReadOnlyList<AccountView>> Accounts(
        [FromServices] Viewer viewer,
        [FromServices] AccountReader accounts,
        IReadOnlyList<AccountState>? state,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Accounts, ct);
        var page = await accounts.Page(tenant, state, new(PageRequest.Largest), ct);
        return [.. page.Edges.Select(edge => new AccountView(edge.Node))];
    }
}
