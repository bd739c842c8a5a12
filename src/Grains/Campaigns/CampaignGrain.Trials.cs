using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Scheduling;

namespace Campaigns.Grains.Campaigns;

/// <summary>What would come of a command, without its being carried out. Pictures are looked at only when it is.</summary>
internal sealed partial class CampaignGrain
{
    public async Task<ScheduleTrial> TrySchedulePost(SchedulePost ask)
    {
        try
        {
            await Refresh();
            var tenant = await GrainFactory.Tenant(Tenant).Settings();
            if (CampaignDecider.PlanPublication(State, ask, tenant.Approval, await OpenPublications(ask.Item)) is { Refusal: { } refusal })
                return new(null, refusal);
            var keeper = GrainFactory.Account(Tenant, ask.Account);
            var item = ((Campaign.Open)State).Find(ask.Item)!;
            var post = new SchedulePublication(
                Freeze(item),
                ask.Account,
                ask.Time,
                tenant.Zone,
                item.ApprovedBy,
                ask.Late ?? ((Campaign.Open)State).Late ?? tenant.Late,
                WindowOf(item, tenant)
            );
            var decision = PublicationDecider.Schedule(Publication.Initial, post, await keeper.Describe(), Now);
            if (decision.Refusal is { } broken)
                return new(null, broken);
            var when = decision.Events.OfType<PublicationEvent.Scheduled>().Select(scheduled => scheduled.When).FirstOrDefault();
            if (!ask.InNextSlot)
                return new(when, null);
            var free = (await keeper.NextFreeSlots(1)).Times;
            return free.Count > 0 ? new(free[0], null) : new(null, Refusal.NoFreeSlot);
        }
        catch (EventStore.EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }
}
