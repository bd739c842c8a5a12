using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Scheduling;

namespace Campaigns.Grains.Campaigns;

/// <summary>
/// Series: the intent is committed first, then occurrence after occurrence is scheduled, and what came of them is recorded. Whoever carries on
/// after a crash asks for the same publications under the same command ids.
/// </summary>
internal sealed partial class CampaignGrain
{
    /// <summary>So many occurrences are scheduled at a time, and recorded together.</summary>
    private const int Batch = 10;

    public async Task<SeriesAnswer> ScheduleSeries(ScheduleSeries ask, bool dryRun, CommandContext by)
    {
        var id = new SeriesId(DerivedId.From(Tenant, by.Command, $"series {Id}"));
        var (outcome, trial) = await Intend(
            ask,
            dryRun,
            by,
            async () =>
            {
                var tenant = await GrainFactory.Tenant(Tenant).Settings();
                return CampaignDecider.PlanSeries(State, ask, id, tenant, await OpenPublications(ask.Item), by.Actor, Now);
            },
            async planned => await Tried(((Campaign.Open)planned).Series[id])
        );
        return new(outcome, id, outcome is Outcome.Accepted ? trial ?? Series(id) : null);
    }

    public async Task<SeriesAnswer> CancelSeries(CancelSeries ask, CommandContext by)
    {
        var outcome = await Guard(async () =>
        {
            await RingBy(Now);
            var first = await Handle(ask, by, campaign => CampaignDecider.CancelSeries(campaign, ask, by.Actor));
            return first is Outcome.Accepted ? await CarriedOut(first) : first;
        });
        return new(outcome, ask.Series, outcome is Outcome.Accepted ? Series(ask.Series) : null);
    }

    public Task<KnownSeries> ListSeries() =>
        Ask(campaign => new KnownSeries([
            .. ((campaign as Campaign.Open)?.Series ?? [])
                .Select(one => new SeriesOfCampaign(one.Key, one.Value))
                .OrderBy(one => one.Series.Occurrences[0].When.DueAt),
        ]));

    private CampaignSeries? Series(SeriesId id) => (State as Campaign.Open)?.Series.GetValueOrDefault(id);

    /// <summary>Goes on with series and moves by one batch. False: nothing is left to do.</summary>
    private async Task<bool> CarriedOn()
    {
        if (State is not Campaign.Open open)
            return false;
        foreach (var (id, series) in open.Series)
            if (series.Left.Take(Batch).ToList() is { Count: > 0 } left && open.Find(series.Item) is { } item)
            {
                var outcomes = await Task.WhenAll(left.Select(one => CarriedOn(series, item, one)));
                while (!await Record(CampaignDecider.RecordSeries(State, id, outcomes), Actor))
                    continue;
                return true;
            }
        return await MovedOn(open);
    }

    private async Task<OccurrenceOutcome> CarriedOn(CampaignSeries series, CampaignItem item, Occurrence one)
    {
        var publication = GrainFactory.Publication(Tenant, one.Publication);
        if (series.CancelledBecause is { } reason)
            return await publication.Forestall(new(reason), Under(one.Publication, "cancel", series.CancelledBy ?? series.By)) switch
            {
                Outcome.Accepted => new(one.Publication, OccurrenceState.Cancelled),
                Outcome.Refused { Refusal: var refusal } => new(one.Publication, OccurrenceState.Kept, refusal),
                _ => throw new StoreAwayException("The publication's log is away."),
            };
        var tenant = await GrainFactory.Tenant(Tenant).Settings();
        var when = new WallTime(one.When.Local, one.When.Zone);
        var post = new SchedulePublication(
            Freeze(item),
            series.Account,
            when,
            tenant.Zone,
            item.ApprovedBy,
            series.Late ?? ((Campaign.Open)State).Late ?? tenant.Late,
            WindowOf(item, tenant)
        );
        var ask = new SchedulePost(series.Item, one.Publication, series.Account, when, series.Late);
        return await publication.Schedule(post, CommandHash.Of(ask), Under(one.Publication, "schedule", series.By)) switch
        {
            Outcome.Accepted => new(one.Publication, OccurrenceState.Scheduled),
            Outcome.Refused { Refusal: var refusal } => new(one.Publication, OccurrenceState.Refused, refusal),
            _ => throw new StoreAwayException("The publication's log is away."),
        };
    }

    /// <summary>How a series would come out, were it asked for now. Pictures are looked at only when it is.</summary>
    private async Task<CampaignSeries> Tried(CampaignSeries series)
    {
        var account = await GrainFactory.Account(Tenant, series.Account).Describe();
        var item = ((Campaign.Open)State).Find(series.Item)!;
        var window = WindowOf(item, await GrainFactory.Tenant(Tenant).Settings());
        return series with
        {
            Occurrences = series.Occurrences.ConvertAll(one =>
            {
                var when = new WallTime(one.When.Local, one.When.Zone);
                var post = new SchedulePublication(Freeze(item), series.Account, when, one.When.Zone, item.ApprovedBy, series.Late, window);
                var refusal = PublicationDecider.Schedule(Publication.Initial, post, account, Now).Refusal;
                return refusal is null ? one : one with { State = OccurrenceState.Refused, Refusal = refusal };
            }),
        };
    }

    /// <summary>A command of the campaign's own to one of its publications, under an id that follows from both.</summary>
    private CommandContext Under(PublicationId publication, string what, ActorId actor) =>
        new(
            CommandId.Parse(DerivedId.From($"{Stream}\n{publication}\n{what}").ToString()),
            actor,
            Origin?.CorrelationId,
            Origin?.TraceParent
        );
}
