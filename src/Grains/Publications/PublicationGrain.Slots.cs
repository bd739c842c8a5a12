using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Publications;

/// <summary>Where a publication meets the week of its account.</summary>
internal sealed partial class PublicationGrain
{
    /// <summary>
    /// Takes the slot, then schedules for it. When the second does not come about, the slot is given back; after a crash in between it stays
    /// taken until the command is repeated or its time has passed: a slot may stay empty, but two never share one.
    /// </summary>
    private async Task<Outcome> ScheduleInNextSlot(SchedulePublication ask, Account account, string commandHash, CommandContext by)
    {
        var keeper = GrainFactory.Account(Tenant, ask.Account);
        var taken = await keeper.TakeWeeklySlot(Own);
        if (taken.When is not { } when)
            return new Outcome.Refused(taken.Refusal!);
        var timed = ask with { Time = new(when.Local, when.Zone) };
        var outcome = await Waking(commandHash, by, publication => PublicationDecider.Schedule(publication, timed, account, Now));
        if (outcome is Outcome.Refused)
            await keeper.FreeWeeklySlot(Own);
        return outcome;
    }

    private async Task<Pause?> FreeWeeklySlot(AccountId account)
    {
        await GrainFactory.Account(Tenant, account).FreeWeeklySlot(Own);
        return await Recorded(() => PublicationDecider.FreeWeeklySlot(State));
    }
}
