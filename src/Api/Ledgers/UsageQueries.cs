using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Ledgers;
using Campaigns.Api.Operations;
using Campaigns.Api.Reading;
using Campaigns.Domain.Tenants;
using Campaigns.Projections;
using Campaigns.Projections.Ledgers;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>What the tenant's calls to AI providers came to.</summary>
    /// <param name="where">Which calls.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<AiUsageView> AiUsage(
        [FromServices] Viewer viewer,
        AiUsageFilterInput? where,
        string? atLeast,
        CancellationToken ct
    ) => new(await viewer.AtLeast(atLeast).Of(ReadModels.AiUsageDaily, ct, Permission.ViewUsage), (where ?? new()).ToFilter());

    /// <summary>One call to an AI provider; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    public static async Task<AiCallView?> AiCall(
        [FromServices] Viewer viewer,
        [FromServices] UsageReader usage,
        Guid id,
        CancellationToken ct
    ) => await usage.Find(await viewer.Of(ReadModels.AiAttempts, ct, Permission.ViewUsage), id, ct) is { } row ? new AiCallView(row) : null;

    /// <summary>The log of the tenant's calls to AI providers, failed ones too, the latest first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    /// <param name="order">Oldest or latest first.</param>
    public static async Task<Connection<AiCallView>> AiCalls(
        [FromServices] Viewer viewer,
        [FromServices] UsageReader usage,
        int? first,
        string? after,
        int? last,
        string? before,
        AiCallFilterInput? where,
        string? atLeast,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.AiAttempts, ct, Permission.ViewUsage);
        return await Page.Of(first, after, last, before)
            .Read(request => usage.Page(tenant, (where ?? new()).ToFilter(), order.ToDirection(), request, ct), row => new AiCallView(row));
    }

    /// <summary>What any tenant's calls came to, for those who operate the system.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="where">Which calls.</param>
    public static async Task<AiUsageView> OperatorAiUsage(
        [FromServices] Caller caller,
        [FromServices] OperatorLooks looks,
        string tenant,
        AiUsageFilterInput? where,
        CancellationToken ct
    ) => new(await LookedAt(caller, looks, "operatorAiUsage", tenant, ct), (where ?? new()).ToFilter());

    /// <summary>The log of any tenant's calls, for those who operate the system.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">Oldest or latest first.</param>
    public static async Task<Connection<AiCallView>> OperatorAiCalls(
        [FromServices] Caller caller,
        [FromServices] OperatorLooks looks,
        [FromServices] UsageReader usage,
        string tenant,
        int? first,
        string? after,
        int? last,
        string? before,
        AiCallFilterInput? where,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        var whose = await LookedAt(caller, looks, "operatorAiCalls", tenant, ct);
        return await Page.Of(first, after, last, before)
            .Read(request => usage.Page(whose, (where ?? new()).ToFilter(), order.ToDirection(), request, ct), row => new AiCallView(row));
    }

    /// <summary>Whose data an operator sees; that they look, and at whom, is kept first.</summary>
    private static async Task<TenantId> LookedAt(Caller caller, OperatorLooks looks, string field, string tenant, CancellationToken ct)
    {
        caller.RequireSuperAdmin();
        var whose = Known(tenant);
        await looks.Admit(caller, $"{field} {whose}", ct);
        return whose;
    }

    private static TenantId Known(string tenant) =>
        TenantId.TryParse(tenant, out var id)
            ? id
            : throw RequestFailure.BadInput("tenant", "It must be a tenant's id: `org_…` or `user_…`.");
}
