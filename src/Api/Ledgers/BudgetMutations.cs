using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Ledgers;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains;
using Campaigns.Grains.History;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets how much the tenant may spend on AI in a calendar month. Calls under way are not stopped by it.</summary>
    public static async Task<AiBudgetPayload> SetAiLimits(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        SetAiLimitsInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var limits = Money.Limits(input.HardMicroUsd, input.SoftMicroUsd);
        return AiBudgetPayload.From(ThisMonth(clock), await grains.Tenant(commander.Tenant).SetAiLimits(new(limits), by));
    }

    /// <summary>Sets how much a campaign may cost of AI, over all months from the one on in which it first has a limit.</summary>
    public static async Task<AiBudgetPayload> SetCampaignAiLimits(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        SetCampaignAiLimitsInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var limits = Money.Limits(input.HardMicroUsd, input.SoftMicroUsd);
        var month = ThisMonth(clock);
        // By the log itself: a campaign that was begun a moment ago is no row yet.
        if (await grains.History(commander.Tenant).Campaign(input.CampaignId, new Moment.Instant(DateTimeOffset.MaxValue), ct) is null)
            return AiBudgetPayload.From(month, new Outcome.Refused(Refusal.CampaignNotFound));
        return AiBudgetPayload.From(
            month,
            await grains.LedgerMonth(commander.Tenant, month).SetCampaignLimits(new(input.CampaignId, limits), by)
        );
    }

    /// <summary>Lets AI calls be begun again after one cost more than could be.</summary>
    public static async Task<AiBudgetPayload> LiftAiHold(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        LiftAiHoldInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var month = ThisMonth(clock);
        return AiBudgetPayload.From(month, await grains.LedgerMonth(commander.Tenant, month).LiftHold(new(input.Reason), by));
    }

    /// <summary>
    /// Takes for spent what was set aside at least a day ago for a call that nobody will tell of any more, as nobody knows that it cost less. Such
    /// calls are those of `aiCalls` that are still `RESERVED`.
    /// </summary>
    public static async Task<AiBudgetPayload> WriteOffAiReservation(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        WriteOffAiReservationInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var month = Query.MonthOf(input.Month, clock);
        return AiBudgetPayload.From(month, await grains.LedgerMonth(commander.Tenant, month).WriteOff(new(input.AttemptId), by));
    }

    private static LedgerMonth ThisMonth(TimeProvider clock) => LedgerMonth.Of(clock.GetUtcNow());
}
