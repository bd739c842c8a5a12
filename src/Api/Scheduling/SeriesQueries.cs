using Campaigns.Api.Auth;
using Campaigns.Api.Scheduling;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>The series of a campaign: those that go on, and those that are over until another is planned.</summary>
    /// <param name="campaignId">Which campaign.</param>
    public static async Task<IReadOnlyList<SeriesView>> Series(
        [FromServices] Caller caller,
        [FromServices] IGrainFactory grains,
        CampaignId campaignId
    )
    {
        var known = await grains.Campaign(caller.Require(Permission.View).Tenant, campaignId).ListSeries();
        return [.. known.Series.Select(one => SeriesView.Of(one.Id, one.Series))];
    }
}
