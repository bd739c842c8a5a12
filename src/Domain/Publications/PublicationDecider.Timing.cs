using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.History;
using static Campaigns.Domain.Publications.Publication;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>When a publication may go out, besides its due time: places in its account's day, deferrals, and the late policy.</summary>
public static partial class PublicationDecider
{
    /// <summary>What a person asks to go out at once has at least this long for it, however strict the policy.</summary>
    private static readonly TimeSpan AtOnceWithin = TimeSpan.FromHours(1);

    /// <summary>The account's answer to "keep a place for it".</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="step">What was asked.</param>
    /// <param name="answer">What the account said.</param>
    /// <param name="because">What made it later than wanted, where it was not the account.</param>
    public static Decision<PublicationEvent> RecordSlot(
        Publication state,
        PublicationStep.Reserve step,
        SlotAnswer answer,
        DeferralReason? because = null
    ) =>
        (state, answer) switch
        {
            // Moved by a person meanwhile: the account is asked again, and moves the place.
            (Ready r, _) when r.Order.When != step.Order.When => [],
            (Ready, SlotAnswer.Kept kept) => kept.At > step.From && (kept.Because ?? because) is { } reason
                ? [new SlotReserved(kept.At), new Deferred(reason, kept.At)]
                : [new SlotReserved(kept.At)],
            (Ready r, SlotAnswer.NoneBefore none) => Defer(r, none.Because, none.Earliest),
            _ => [],
        };

    /// <summary>It waits, and says for what. Saying it again changes nothing.</summary>
    public static Decision<PublicationEvent> Defer(Publication state, DeferralReason because, DateTimeOffset? until) =>
        state is Pending p && p.Order.Timing.Deferred != new Deferral(because, until) ? [new Deferred(because, until)] : [];

    /// <summary>Its account keeps no place for it any more.</summary>
    public static Decision<PublicationEvent> ReleaseSlot(Publication state) =>
        state is Pending { Order.Timing.Slot: not null } or Ended { SlotOn: not null } ? [new SlotReleased()] : [];

    /// <summary>Its account's week keeps nothing for it any more.</summary>
    public static Decision<PublicationEvent> FreeWeeklySlot(Publication state) =>
        state is Pending { Order.Timing.WeeklySlot: WeeklySlotHold.Left } ? [new WeeklySlotFreed()] : [];

    /// <summary>The late policy's word. Nothing while it may still go out, or waits for a person.</summary>
    public static Decision<PublicationEvent> Expire(Publication state, DateTimeOffset now)
    {
        if (state is not Pending { Order: { HeldBecause: null } order } pending || now <= order.PublishUntil)
            return [];
        if (order.AwaitsApproval)
            return [new Skipped("Nobody approved its new time.")];
        if (order.Window?.Holds(now) is false)
            return pending.LastProblem is { } last ? [new GaveUp(last)] : [new Skipped("The time that its approval names is over.")];
        var reason = Lateness(order, pending.LastProblem);
        return order.Timing switch
        {
            { DecideBy: { } by } => now <= by ? [] : [new Skipped("Nobody decided about it within a week.")],
            { Late.Then: LateAction.Ask } => [new DecisionAsked(Within(order.Window, now + LatePolicy.Grace), reason)],
            { Late.Then: LateAction.NextMoment, Carried: false } => [new CarriedOver(Within(order.Window, now + LatePolicy.Grace), reason)],
            // What it waited for says more than what had failed before.
            { Deferred.Because: not DeferralReason.AccountTrouble } => [new Skipped(reason)],
            _ when pending.LastProblem is { } problem => [new GaveUp(problem)],
            _ => [new Skipped(reason)],
        };
    }

    /// <summary>A person's decision about a late post.</summary>
    public static Decision<PublicationEvent> DecideLate(Publication state, DecideLatePublication ask, DateTimeOffset now) =>
        state switch
        {
            Pending { Order: { Timing.DecideBy: not null, Window: { } window } } when ask.Publish && !window.Holds(now) =>
                Refusal.OutsideApproval(window),
            Pending { Order: { Timing.DecideBy: not null } order } => ask.Publish
                ? [Moved(order, LocalTime.Now(now, order.When.Zone), atOnce: true)]
                : [new Skipped("A person decided that it is too late.")],
            Pending => Refusal.NothingToDecide,
            _ => Closed(state),
        };

    private static Rescheduled Moved(Order order, PlannedTime when, bool atOnce) =>
        new(when, LatestFor(when, order.Timing.Late, atOnce, order.Window), atOnce);

    private static DateTimeOffset LatestFor(PlannedTime when, LatePolicy late, bool atOnce, ApprovalWindow? window) =>
        Within(window, when.DueAt + (atOnce && late.Within < AtOnceWithin ? AtOnceWithin : late.Within));

    /// <summary>No policy reaches further than the approval.</summary>
    private static DateTimeOffset Within(ApprovalWindow? window, DateTimeOffset latest) =>
        window is { Until: { } until } && until < latest ? until : latest;

    private static string Lateness(Order order, Problem? problem)
    {
        var late = $"It could not go out within {Told(order.PublishUntil - order.When.DueAt)} of its due time";
        return (order.Timing.Deferred?.Because, problem) switch
        {
            (DeferralReason.QuietHours, _) => $"{late}: quiet hours last longer.",
            (DeferralReason.Pace, _) => $"{late}: its account's pace left no place for it.",
            (DeferralReason.Quota, _) => $"{late}: its account had published as much as the platform allows in a day.",
            (DeferralReason.AccountBlocked, _) => $"{late}: the platform blocks its account.",
            (DeferralReason.AccountTrouble, _) => $"{late}: its account must be reconnected.",
            (_, { } last) => $"{late}: {last.Message}",
            _ => $"{late}.",
        };
    }

    private static string Told(TimeSpan span) => span == TimeSpan.FromDays(1) ? "a day" : Changes.Told(span);
}
