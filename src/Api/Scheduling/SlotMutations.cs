using Campaigns.Api.Accounts;
using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Scheduling;
using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets the times of the week at which an account likes to publish, all at once. What is scheduled stays where it is.</summary>
    public static async Task<AccountPayload> SetWeeklySlots(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetWeeklySlotsInput input
    )
    {
        var by = commander.Require(Permission.ManageAccounts, input.CommandId);
        var slots = input.Slots.Select(slot => new WeeklySlot(slot.Weekday, slot.At)).ToList();
        var outcome = await grains.Account(commander.Tenant, input.AccountId).SetWeeklySlots(new(input.Zone, slots), by);
        return AccountPayload.From(outcome, input.AccountId);
    }

    /// <summary>
    /// Puts a post into the next free slot of an account's week. Two at the same time never get the same slot; a repeated command gets the slot
    /// that the first one got.
    /// </summary>
    public static async Task<NextSlotPayload> ScheduleIntoNextSlot(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ScheduleIntoNextSlotInput input
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        var id = input.PublicationId ?? new PublicationId(DerivedId.From(commander.Tenant, by.Command, "publication"));
        var outcome = await grains
            .Campaign(commander.Tenant, input.CampaignId)
            .SchedulePost(new(input.ItemId, id, input.AccountId, Time: null, input.LatePolicy?.ToPolicy(), InNextSlot: true), by);
        var why = outcome is Outcome.Accepted ? await grains.Account(commander.Tenant, input.AccountId).ExplainSlot(id) : null;
        return outcome.ToPayload(
            (receipt, errors) =>
                new NextSlotPayload(
                    receipt is null ? null : id,
                    why is null ? null : PlannedTimeView.Of(why.Slot),
                    [.. why?.PassedOver.Select(passed => new PassedSlotView(PlannedTimeView.Of(passed.Slot), passed.TakenBy)) ?? []],
                    receipt,
                    errors
                )
        );
    }
}
