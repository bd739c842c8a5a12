using Campaigns.Api.Campaigns;
using Campaigns.Api.History;
using Campaigns.Api.Tenants;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One campaign with its posts as it was, from the log itself; null when there was none then.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">When.</param>
    [Complexity(Pasts.Cost, 1)]
    public static async Task<PastCampaign?> CampaignAsOf([FromServices] Pasts pasts, Guid id, AsOfInput asOf, CancellationToken ct) =>
        await pasts.Campaign(id, asOf.ToMoment(), ct) is { } was ? new(id, was) : null;

    /// <summary>The settings of the tenant that the session is for as they were, from the log itself; the defaults before anything was set.</summary>
    /// <param name="asOf">When.</param>
    [Complexity(Pasts.Cost, 1)]
    public static async Task<PastTenant> TenantAsOf([FromServices] Pasts pasts, AsOfInput asOf, CancellationToken ct) =>
        new(pasts.Tenant, await pasts.Settings(asOf.ToMoment(), ct));
}
