using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Scheduling;
using static Campaigns.Domain.Publications.Publication;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>What people ask of a publication. What the platform answers is decided in the other part.</summary>
public static partial class PublicationDecider
{
    /// <summary>For how long the platform is asked about a call whose outcome is not known.</summary>
    public static readonly TimeSpan LateBy = TimeSpan.FromHours(24);

    /// <summary>How far ahead a post may be scheduled.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(731);

    /// <summary>Puts a post on the calendar. Its content, its approval and its account are frozen with it.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="account">The account, as it stands at this moment.</param>
    /// <param name="now">UTC.</param>
    public static Decision<PublicationEvent> Schedule(Publication state, SchedulePublication ask, Account account, DateTimeOffset now)
    {
        if (state is not Unknown)
            return state is Pending ? Refusal.AlreadyScheduled : Closed(state);
        if (ask.Content.Platform is not Platform.Instagram)
            return Refusal.PlatformUnsupported(ask.Content.Platform);
        if (ask.Late?.Broken is { } broken)
            return broken;
        if (MediaRule.Broken(ask.Content.Kind, ask.Content.AllMedia) is { } unfit)
            return unfit;
        if (ask.Content.Kind is not PostKind.Story && CaptionRule.Broken(ask.Content.Caption) is { } rule) // a story goes out without
            return Refusal.CaptionBreaksRule(rule);
        if (account is not Account.Connected { Trouble: null } target)
            return Unusable(account);
        if (Due(ask.Time, ask.Zone, now, out var when) is { } refusal)
            return refusal;
        if (ask.Window?.Holds(when!.DueAt) is false)
            return Refusal.OutsideApproval(ask.Window);

        var where = new PublicationTarget(ask.Account, target.InstagramUserId, target.Username);
        var (late, atOnce) = (ask.Late ?? LatePolicy.Default, ask.Time is null);
        return
        [
            new Scheduled(
                ask.Content,
                where,
                when!,
                LatestFor(when!, late, atOnce, ask.Window),
                ask.ApprovedBy,
                late,
                atOnce,
                ask.Window,
                ask.InNextSlot
            ),
        ];
    }

    /// <summary>Moves it to another time, or to now. Asking for the time it has changes nothing.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="now">UTC.</param>
    /// <param name="voids">Whether the tenant wants a new time approved anew.</param>
    public static Decision<PublicationEvent> Reschedule(
        Publication state,
        ReschedulePublication ask,
        DateTimeOffset now,
        bool voids = false
    )
    {
        if (state is not Pending { Order: var order })
            return Closed(state);
        var refusal = Due(ask.Time, order.When.Zone, now, out var when);
        if (when == order.When && order.Timing.DecideBy is null)
            return [];
        if (ask.From is { } from && from != order.When.DueAt)
            return Refusal.MovedMeanwhile;
        if (refusal is not null)
            return refusal;
        if (order.Window?.Holds(when!.DueAt) is false)
            return Refusal.OutsideApproval(order.Window);
        var moved = Moved(order, when!, atOnce: ask.Time is null);
        return !voids || order is { ApprovedBy: null, AwaitsApproval: false } ? [moved]
            : order.ApprovedBy is { } approver && InviteId.IsReviewer(approver) ? Refusal.ReviewWouldBeVoid
            : [moved, new ApprovalVoided()];
    }

    /// <summary>Approves its new time. Approving what needs none changes nothing.</summary>
    public static Decision<PublicationEvent> Reapprove(Publication state, ActorId by)
    {
        if (state is not Pending { Order: var order })
            return Closed(state);
        return order.AwaitsApproval ? [new Reapproved(by)] : [];
    }

    /// <summary>Its tenant wants no new times approved any more: what waited for that goes on. Saying it again changes nothing.</summary>
    public static Decision<PublicationEvent> WaiveApproval(Publication state) =>
        state is Pending { Order.AwaitsApproval: true } ? [new ApprovalWaived()] : [];

    /// <summary>When it is due, and why it cannot be moved; null when it has ended, or never was scheduled.</summary>
    public static PublicationStanding? Standing(Publication state) =>
        state switch
        {
            Pending p => new(p.Order.When, null),
            Publishing p => new(p.Order.When, Closed(state)),
            Live live => new(live.Order.When, Closed(state)),
            _ => null,
        };

    /// <summary>Keeps it from going out.</summary>
    public static Decision<PublicationEvent> Hold(Publication state, HoldPublication ask)
    {
        if (TextRule.Check("reason", ask.Reason, 500) is { } refusal)
            return refusal;
        if (state is not Pending { Order: var order })
            return Closed(state);
        return order.HeldBecause == ask.Reason ? [] : [new Held(ask.Reason)];
    }

    /// <summary>Lets it go out again. A due time that has passed meanwhile means: at once, within its late policy.</summary>
    public static Decision<PublicationEvent> Release(Publication state)
    {
        if (state is not Pending { Order: var order })
            return Closed(state);
        return order.HeldBecause is null ? [] : [new Released()];
    }

    /// <summary>
    /// Takes it back because its content changes. One that never was scheduled is marked as taken back too: the campaign may have planned it
    /// and then crashed, and a late echo must not schedule what was edited since.
    /// </summary>
    public static Decision<PublicationEvent> Forestall(Publication state, WithdrawPublication ask) =>
        state is Unknown ? [new Withdrawn(ask.Reason)] : Withdraw(state, ask);

    /// <summary>Takes it back. Taking it back twice changes nothing.</summary>
    public static Decision<PublicationEvent> Withdraw(Publication state, WithdrawPublication ask)
    {
        if (TextRule.Check("reason", ask.Reason, 500) is { } refusal)
            return refusal;
        return state switch
        {
            Publishing => Refusal.PublicationUnderWay,
            Live => Refusal.PublicationLive,
            Ended => [],
            Unknown => Refusal.PublicationNotFound,
            _ => [new Withdrawn(ask.Reason)],
        };
    }

    private static Refusal Closed(Publication state) =>
        state switch
        {
            Publishing => Refusal.PublicationUnderWay,
            Live => Refusal.PublicationLive,
            Ended e => Refusal.PublicationEnded(e.Verdict),
            _ => Refusal.PublicationNotFound,
        };

    private static Refusal? Due(WallTime? time, string zone, DateTimeOffset now, out PlannedTime? when)
    {
        if (time is null)
        {
            when = LocalTime.Now(now, zone);
            return null;
        }
        (when, var refusal) = LocalTime.Plan(time.At, time.Zone ?? zone);
        return refusal ?? Unreachable(when!, now);
    }

    /// <summary>Why nothing can be scheduled for a time; null when it can.</summary>
    internal static Refusal? Unreachable(PlannedTime when, DateTimeOffset now) =>
        when.DueAt <= now ? Refusal.DueInPast(when.DueAt)
        : when.DueAt > now + Farthest ? Refusal.DueTooFar(when.DueAt)
        : null;

    private static Refusal Unusable(Account account) =>
        account switch
        {
            Account.Connected { Trouble: { } trouble } => Refusal.AccountNeedsReconnect(trouble),
            Account.Disconnected => Refusal.AccountDisconnected,
            _ => Refusal.AccountNotFound,
        };
}
