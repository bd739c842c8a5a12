using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Scheduling;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Puts a post on the calendar again and again, each time as an ordinary publication. Cut off in the middle, it goes on by itself, and a
    /// repeated command tells how it stands.
    /// </summary>
    public static async Task<SeriesPayload> ScheduleSeries(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ScheduleSeriesInput input
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        var answer = await grains
            .Campaign(commander.Tenant, input.CampaignId)
            .ScheduleSeries(new(input.ItemId, input.AccountId, input.Recurrence.ToRule(), input.LatePolicy?.ToPolicy()), input.DryRun, by);
        return SeriesPayload.From(answer, input.DryRun);
    }

    /// <summary>Takes the rest of a series off the calendar: all that is not public, and not about to be.</summary>
    public static async Task<SeriesPayload> CancelSeries(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CancelSeriesInput input
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        var answer = await grains.Campaign(commander.Tenant, input.CampaignId).CancelSeries(new(input.SeriesId, input.Reason), by);
        return SeriesPayload.From(answer, dryRun: false);
    }

    /// <summary>
    /// Moves everything that is scheduled of a campaign by a span. What is public, or about to be, stays and is told. Repeating the command
    /// moves nothing twice.
    /// </summary>
    public static async Task<MoveCampaignPayload> MoveCampaign(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        MoveCampaignInput input
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        var answer = await grains.Campaign(commander.Tenant, input.CampaignId).Move(new(input.By), input.DryRun, by);
        return MoveCampaignPayload.From(answer, input.CampaignId, input.DryRun);
    }
}
