using Campaigns.Domain.Publications;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about series: a post that goes out again and again.</summary>
public static partial class CampaignDecider
{
    /// <summary>Most publications that one post may be planned for since its content last changed.</summary>
    public const int MostPublications = 300;

    /// <summary>
    /// Plans a series: the intent, committed before any of its publications. The times are part of it, so that whoever carries on after a crash
    /// comes to the same ones.
    /// </summary>
    /// <param name="state">As it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="series">Its id.</param>
    /// <param name="tenant">The tenant's settings at this moment.</param>
    /// <param name="open">Those of the item's publications that have not ended.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    public static Decision<CampaignEvent> PlanSeries(
        Campaign state,
        ScheduleSeries ask,
        SeriesId series,
        Tenant tenant,
        IReadOnlyCollection<PublicationId> open,
        ActorId by,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (Plannable(state, ask.Item, ask.Account, except: null, tenant.Approval, open) is { } refusal)
            return refusal;
        if (ask.Late?.Broken is { } broken)
            return broken;
        var (times, malformed) = Recurrence.Plan(ask.Rule, tenant.Zone);
        if (malformed is not null)
            return malformed;
        var item = ((Open)state).Find(ask.Item)!;
        if (item.Publications.Count + times!.Count > MostPublications)
            return Refusal.TooManyPublications(MostPublications);
        if (times[^1].DueAt <= now)
            return Refusal.NoOccurrence;
        return [new SeriesPlanned(series, ask.Item, ask.Account, ask.Rule.InWords, times, ask.Late, by, item.ContentHash, now)];
    }

    /// <summary>What came of some occurrences. Hearing it twice changes nothing.</summary>
    public static Decision<CampaignEvent> RecordSeries(Campaign state, SeriesId series, IReadOnlyList<OccurrenceOutcome> outcomes)
    {
        if ((state as Open)?.Series.GetValueOrDefault(series) is not { } known)
            return []; // its post was edited meanwhile, and its publications were taken back
        var left = known.Left.Select(one => one.Publication).ToHashSet();
        var news = outcomes.Where(outcome => left.Contains(outcome.Publication)).ToList();
        return news.Count == 0 ? [] : [new SeriesAdvanced(series, news)];
    }

    /// <summary>Takes the rest of a series back: the intent, committed before any publication is.</summary>
    public static Decision<CampaignEvent> CancelSeries(Campaign state, CancelSeries ask, ActorId by)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (TextRule.Check("reason", ask.Reason, 500) is { } refusal)
            return refusal;
        if (open.Series.GetValueOrDefault(ask.Series) is not { } series)
            return Refusal.SeriesNotFound;
        return series.CancelledBecause is not null ? [] : [new SeriesCancelled(ask.Series, ask.Reason, by)];
    }

    /// <summary>Whether an item may be put on an account's calendar once more.</summary>
    private static Refusal? Plannable(
        Campaign state,
        ItemId id,
        Accounts.AccountId account,
        PublicationId? except,
        ApprovalPolicy policy,
        IReadOnlyCollection<PublicationId> open
    )
    {
        if (Editable(state, id, out var item) is { } closed)
            return closed;
        if (item.Media.Count == 0)
            return Refusal.NoMedia;
        if (policy is ApprovalPolicy.Internal && item.ApprovedBy is null)
            return Refusal.NotApproved;
        if (policy is ApprovalPolicy.External && !(item.ApprovedBy is { } approver && InviteId.IsReviewer(approver)))
            return Refusal.NotApprovedOutside;
        return item.Publications.Any(other => other.Key != except && other.Value == account && open.Contains(other.Key))
            ? Refusal.ItemScheduled
            : null;
    }
}
