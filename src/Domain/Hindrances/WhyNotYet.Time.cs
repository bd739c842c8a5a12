using Campaigns.Domain.History;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.Publication;

namespace Campaigns.Domain.Hindrances;

/// <summary>What time lifts by itself.</summary>
public static partial class WhyNotYet
{
    /// <summary>What the saga said that it waits for. Account troubles are told from the account itself, which knows more.</summary>
    private static Hindrance? Deferral(Order order, DateTimeOffset? since, DateTimeOffset now) =>
        order.Timing.Deferred is { Until: { } until } deferred && until > now && CauseOf(deferred.Because) is { } cause
            ? new(cause, since, until, $"{InWords(cause, order.Target.Username)} It goes out {Changes.Told(until)} at the earliest.")
            : null;

    /// <summary>It is due, and quiet: the saga may not have said so yet.</summary>
    private static Hindrance? Quiet(Order order, TenantStanding tenant, DateTimeOffset now) =>
        order.When.DueAt <= now
        && !order.Timing.AtOnce
        && tenant.State.Quiet is { } hours
        && hours.EndAfter(now, tenant.State.Zone) is { } end
            ? new(
                HindranceCause.QuietHours,
                order.When.DueAt,
                end,
                $"{InWords(HindranceCause.QuietHours, order.Target.Username)} They end {Changes.Told(end)}."
            )
            : null;

    private static Hindrance? NotDue(PublicationRecord publication, Pending pending, PublishingPace pace, DateTimeOffset now) =>
        pending.Order.When.DueAt > now
            ? new(
                HindranceCause.Slot,
                publication.PlannedAt,
                WakeUp(pending, pace, now),
                $"It is due {Changes.Told(pending.Order.When.DueAt)}."
            )
            : null;

    private static Hindrance OnItsWay(PublicationRecord publication, Pending pending, PublishingPace pace, DateTimeOffset now) =>
        now > pending.Order.PublishUntil
            ? new(
                HindranceCause.LatePolicy,
                pending.Order.PublishUntil,
                now,
                "It is too late by its late policy, which is about to be applied."
            )
            : new(
                HindranceCause.UnderWay,
                publication.MovedAt,
                WakeUp(pending, pace, now),
                pending switch
                {
                    Assembling => "It is due, and the files of its carousel are being handed to the platform.",
                    Waiting => "It is due, and is being handed to the platform.",
                    Uploaded => "It is due, and the platform is still looking at its content.",
                    _ => "It is due, and about to go out.",
                }
            );

    /// <summary>A publish call was begun: under way at first, and in doubt when no clear answer came in time.</summary>
    private static Hindrance OfCall(PublicationRecord publication, Publishing publishing, PublishingPace pace, DateTimeOffset now)
    {
        var deadline = publishing.StartedAt + pace.CallDeadline;
        if (!publication.IsUnclear && !publishing.InDoubt && now < deadline)
            return new(
                HindranceCause.UnderWay,
                publishing.StartedAt,
                deadline,
                $"Publish call {publishing.Attempt} was begun {Changes.Told(publishing.StartedAt)}; its answer is awaited."
            );
        var again = now + pace.AskAgainAfter(now - publishing.StartedAt, wish: null);
        return new(
            HindranceCause.OutcomeUnknown,
            publication.InDoubtAt ?? publishing.StartedAt,
            again,
            $"Publish call {publishing.Attempt} was begun {Changes.Told(publishing.StartedAt)} and may have gone through; the platform is being asked, "
                + (
                    publishing.UnpublishedReadings > 0
                        ? $"and said {Times(publishing.UnpublishedReadings)} that it is not public."
                        : "and nothing is sent again before it is known."
                )
        );
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    /// <summary>When the saga looks again.</summary>
    private static DateTimeOffset? WakeUp(Pending pending, PublishingPace pace, DateTimeOffset now) =>
        PublicationFlow.Next(pending, pace, now) switch
        {
            PublicationStep.Wait wait => wait.Until,
            PublicationStep.Rest => null,
            _ => now,
        };

    /// <summary>When a post looks again at its account: nothing tells it that a trouble is over, and one post in a while asks the platform.</summary>
    private static DateTimeOffset LookedAt(Pending pending, PublishingPace pace, DateTimeOffset now) =>
        WakeUp(pending, pace, now) is { } wake && wake > now ? wake : now + PublishingPace.LookForRelease;

    private static HindranceCause? CauseOf(DeferralReason reason) =>
        reason switch
        {
            DeferralReason.QuietHours => HindranceCause.QuietHours,
            DeferralReason.Pace => HindranceCause.Pace,
            DeferralReason.Quota => HindranceCause.Quota,
            _ => null,
        };

    private static string InWords(HindranceCause cause, string username) =>
        cause switch
        {
            HindranceCause.QuietHours => "It is within quiet hours.",
            HindranceCause.Pace => $"Another post of @{username} goes out too near.",
            _ => $"@{username} has published as many posts as the platform allows in a day.",
        };
}
