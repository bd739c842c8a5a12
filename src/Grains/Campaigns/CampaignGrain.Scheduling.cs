using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Campaigns;

/// <summary>Where a campaign meets its publications: it plans them, and takes them back before their content changes.</summary>
internal sealed partial class CampaignGrain
{
    public Task<Outcome> SchedulePost(SchedulePost ask, CommandContext by) =>
        Guard(async () =>
        {
            // The publication's own stream knows how this command ended; ours only holds the plan.
            var hash = CommandHash.Of(ask);
            var publication = GrainFactory.Publication(Tenant, ask.Publication);
            if (await publication.Answered(hash, by) is { } first)
                return first;

            await Refresh();
            var tenant = await GrainFactory.Tenant(Tenant).Settings();
            Decision<CampaignEvent> plan;
            do plan = CampaignDecider.PlanPublication(State, ask, tenant.Approval, await OpenPublications(ask.Item));
            while (plan.Refusal is null && !await Record(plan, by.Actor, by.Command.Value, by));
            if (plan.Refusal is { } refusal)
                return new Outcome.Refused(refusal);

            var item = ((Campaign.Open)State).Find(ask.Item)!;
            var post = new SchedulePublication(Freeze(item), ask.Account, ask.Time, tenant.Zone, item.ApprovedBy);
            return await publication.Schedule(post, hash, by);
        });

    private PostContent Freeze(CampaignItem item) =>
        new(new(Guid.Parse(Id)), item.Id, item.Platform, item.Text.Composed, item.Media!, item.ContentHash, item.Text.AltText, item.MadeBy);

    /// <summary>Changes an item's content: what was scheduled of it is taken back first, and when that cannot be, nothing changes.</summary>
    private Task<Outcome> Editing<TCommand>(ItemId item, TCommand ask, CommandContext by, Func<Campaign, Decision<CampaignEvent>> decide) =>
        HandleAs(CommandHash.Of(ask), by, decide, _ => WithdrawAll(item, by));

    private async Task<Outcome?> WithdrawAll(ItemId id, CommandContext by)
    {
        var planned = Planned(id).Select(publication => (Id: publication, Grain: GrainFactory.Publication(Tenant, publication))).ToList();
        // All are asked before any is taken back: one that is public refuses the edit, and then the others must stay.
        foreach (var publication in planned)
            if (await publication.Grain.Objection() is { } objection)
                return new Outcome.Refused(objection);
        foreach (var publication in planned)
        {
            var asked = by with { Command = CommandId.Parse(DerivedId.From(Tenant, by.Command, $"withdraw {publication.Id}").ToString()) };
            var outcome = await publication.Grain.Forestall(new("The post was edited."), asked);
            if (outcome is not Outcome.Accepted)
                return outcome;
        }
        return null;
    }

    private async Task<IReadOnlyCollection<PublicationId>> OpenPublications(ItemId id)
    {
        var open = new List<PublicationId>();
        foreach (var publication in Planned(id))
            if (await GrainFactory.Publication(Tenant, publication).IsOpen())
                open.Add(publication);
        return open;
    }

    private IEnumerable<PublicationId> Planned(ItemId id) => (State as Campaign.Open)?.Find(id)?.Publications.Keys ?? [];
}
