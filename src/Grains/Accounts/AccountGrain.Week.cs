using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Accounts;

/// <summary>
/// The account's week. Whoever wants the next free slot asks here, one after another, so that two never get the same one; and whoever asks again
/// gets the one it has.
/// </summary>
internal sealed partial class AccountGrain
{
    public Task<Outcome> SetWeeklySlots(SetWeeklySlots ask, CommandContext by) =>
        Guard(async () =>
        {
            var zone = ask.Zone ?? (await GrainFactory.Tenant(Tenant).Settings()).Zone;
            return await HandleAs(CommandHash.Of(ask), by, account => AccountDecider.SetWeeklySlots(account, ask, zone));
        });

    public async Task<SlotTaking> TakeWeeklySlot(PublicationId publication)
    {
        await Refresh();
        while (true)
        {
            var decision = AccountDecider.TakeWeeklySlot(State, publication, Now);
            if (decision.Refusal is { } refusal)
                return new(null, refusal);
            if (await Record(decision, ActorId.Publisher))
                return new(AccountDecider.ExplainSlot(State, publication, Now)!.Slot, null);
        }
    }

    public async Task FreeWeeklySlot(PublicationId publication)
    {
        await Refresh();
        while (!await Record(AccountDecider.FreeWeeklySlot(State, publication), ActorId.Publisher))
            continue;
    }

    public Task<SlotExplanation?> ExplainSlot(PublicationId publication) =>
        Ask(account => AccountDecider.ExplainSlot(account, publication, Now));

    public Task<WeeklySlots> WeeklySlots() =>
        Ask(account => (account as Account.Connected)?.Week.Slots ?? Domain.Scheduling.WeeklySlots.None);

    public Task<FreeSlots> NextFreeSlots(int first) =>
        Ask(account => new FreeSlots([.. AccountDecider.FreeSlots(account, Now).Take(first)]));
}
