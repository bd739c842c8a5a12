using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Campaigns;

/// <summary>Where a campaign meets its publications: it plans them, and takes them back before their content changes.</summary>
internal sealed partial class CampaignGrain
{
    /// <summary>Begins the hash of a command that has planned a publication: how it ended, the publication's own stream knows.</summary>
    private const string Plan = "plan ";

    public Task<Outcome> SchedulePost(SchedulePost ask, CommandContext by) =>
        Guard(async () =>
        {
            // The publication's own stream knows how this command ended; ours only holds the plan.
            var hash = CommandHash.Of(ask);
            var publication = GrainFactory.Publication(Tenant, ask.Publication);
            if (await publication.Answered(hash, by) is { } first)
                return first;

            await Refresh();
            if (await IsUsedForAnother(hash, by))
                return new Outcome.Refused(Refusal.CommandIdReused(by.Command));
            var tenant = await GrainFactory.Tenant(Tenant).Settings();
            Decision<CampaignEvent> plan;
            do plan = CampaignDecider.PlanPublication(State, ask, tenant.Approval, await OpenPublications(ask.Item));
            while (plan.Refusal is null && !await RecordAs(Planning(hash), plan, by));
            if (plan.Refusal is { } refusal)
                return new Outcome.Refused(refusal);

            var campaign = (Campaign.Open)State;
            var item = campaign.Find(ask.Item)!;
            var post = new SchedulePublication(
                Freeze(item),
                ask.Account,
                ask.Time,
                tenant.Zone,
                item.ApprovedBy,
                ask.Late ?? campaign.Late ?? tenant.Late,
                WindowOf(item, tenant),
                ask.InNextSlot
            );
            return await publication.Schedule(post, hash, by);
        });

    /// <summary>
    /// Whether this command's id was used for something else here. A plan alone is no use of it: the publication may have refused the command,
    /// which may then be asked otherwise.
    /// </summary>
    private async Task<bool> IsUsedForAnother(string hash, CommandContext by)
    {
        if (HashUnder(by.Command) is not { } used || used == Planning(hash))
            return false;
        if (!used.StartsWith(Plan, StringComparison.Ordinal))
            return true;
        foreach (var publication in (State as Campaign.Open)?.Items.SelectMany(item => item.Publications.Keys) ?? [])
            if (await GrainFactory.Publication(Tenant, publication).Answered(hash, by) is not null)
                return true;
        return false;
    }

    /// <summary>Where nobody must approve, what somebody said all the same binds nobody.</summary>
    private static ApprovalWindow? WindowOf(CampaignItem item, Tenant tenant) =>
        tenant.Approval is ApprovalPolicy.None || item.ApprovedBy is null ? null : item.Review.Window;

    private static string Planning(string hash) => Plan + hash;

    private PostContent Freeze(CampaignItem item) =>
        new PostContent(
            new(Guid.Parse(Id)),
            item.Id,
            item.Platform,
            item.Text.Composed,
            item.Media[0],
            item.ContentHash,
            item.Text.AltText,
            item.MadeBy ?? item.Media.Select(file => file.MadeBy).FirstOrDefault(made => made is not null),
            item.Kind
        ).With(item.Media);

    /// <summary>Changes an item's content: what was scheduled of it is taken back first, and when that cannot be, nothing changes.</summary>
    private Task<Outcome> Editing<TCommand>(
        ItemId item,
        string reason,
        TCommand ask,
        CommandContext by,
        Func<Campaign, Decision<CampaignEvent>> decide
    ) => HandleAs(CommandHash.Of(ask), by, decide, _ => WithdrawAll(item, reason, by));

    private async Task<Outcome?> WithdrawAll(ItemId id, string reason, CommandContext by)
    {
        var planned = Planned(id).Select(publication => (Id: publication, Grain: GrainFactory.Publication(Tenant, publication))).ToList();
        // All are asked before any is taken back: one that is public refuses the edit, and then the others must stay.
        foreach (var publication in planned)
            if (await publication.Grain.Objection() is { } objection)
                return new Outcome.Refused(objection);
        foreach (var publication in planned)
        {
            var asked = by with { Command = CommandId.Parse(DerivedId.From(Tenant, by.Command, $"withdraw {publication.Id}").ToString()) };
            var outcome = await publication.Grain.Forestall(new(reason), asked);
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
