using Campaigns.Api.Auth;
using Campaigns.Api.Campaigns;
using Campaigns.Api.History;
using Campaigns.Api.Tenants;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One campaign with its posts as it was, from the log itself; null when there was none then.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">When.</param>
    public static async Task<PastCampaign?> CampaignAsOf(
        [FromServices] IGrainFactory grains,
        [FromServices] Caller caller,
        Guid id,
        AsOfInput asOf,
        CancellationToken ct
    )
    {
        var tenant = caller.Require(Permission.View).Tenant;
        return await grains.History(tenant).Campaign(new CampaignId(id), asOf.ToMoment(), ct) is { } was ? new(id, was) : null;
    }

    /// <summary>The settings of the tenant that the session is for as they were, from the log itself; the defaults before anything was set.</summary>
    /// <param name="asOf">When.</param>
    public static async Task<PastTenant> TenantAsOf(
        [FromServices] IGrainFactory grains,
        [FromServices] Caller caller,
        AsOfInput asOf,
        CancellationToken ct
    )
    {
        var tenant = caller.Require(Permission.View).Tenant;
        return new(tenant, await grains.History(tenant).Settings(asOf.ToMoment(), ct));
    }
}
