using Campaigns.Domain.Accounts;
using Campaigns.Domain.History;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.Publication;

namespace Campaigns.Domain.Hindrances;

/// <summary>
/// "Why has this not gone out?", answered from where the post, its account and its tenant stand at a moment. Pure, and by the same rules that
/// the saga goes by.
/// </summary>
public static partial class WhyNotYet
{
    /// <summary>
    /// Everything that keeps it back, the decisive first: what a person must lift before what time lifts by itself. Empty when it is live or has
    /// ended: then its verdict says why.
    /// </summary>
    /// <param name="publication">Where the post stands.</param>
    /// <param name="account">Its account.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="pace">How the saga spends its time.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<Hindrance> Of(
        PublicationRecord publication,
        AccountStanding account,
        TenantStanding tenant,
        PublishingPace pace,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(pace);
        return publication.State switch
        {
            Pending pending => OfPending(publication, pending, account, tenant, pace, now),
            Publishing publishing => [OfCall(publication, publishing, pace, now)],
            _ => [],
        };
    }

    private static Hindrance[] OfPending(
        PublicationRecord publication,
        Pending pending,
        AccountStanding account,
        TenantStanding tenant,
        PublishingPace pace,
        DateTimeOffset now
    )
    {
        var order = pending.Order;
        Hindrance?[] looked =
        [
            HoldOfPost(order, publication.HeldAt),
            HoldOfTenant(tenant),
            .. OfAccount(account, order.Target.Username, LookedAt(pending, pace, now), now),
            Approval(order, tenant, publication.VoidedAt),
            Decision(order, publication.AskedAt, now),
            Failure(pending, publication.FailedAt, now),
            Deferral(order, publication.DeferredAt, now),
            Quiet(order, tenant, now),
            NotDue(publication, pending, pace, now),
        ];
        Hindrance[] found = [.. looked.OfType<Hindrance>().DistinctBy(hindrance => hindrance.Cause)];
        return found.Length > 0 ? found : [OnItsWay(publication, pending, pace, now)];
    }

    private static Hindrance? HoldOfPost(Order order, DateTimeOffset? since) =>
        order.HeldBecause is { } reason ? new(HindranceCause.PostHeld, since, null, $"A person holds this post: {Sentence(reason)}") : null;

    private static Hindrance? HoldOfTenant(TenantStanding tenant) =>
        tenant.State.HeldBecause is { } reason
            ? new(HindranceCause.TenantHeld, tenant.HeldAt, null, $"Everything is held: {Sentence(reason)}")
            : null;

    private static Hindrance?[] OfAccount(AccountStanding account, string username, DateTimeOffset again, DateTimeOffset now) =>
        account.State is Account.Connected connected
            ?
            [
                HoldOf(connected, account.HeldAt, username),
                TroubleOf(connected, account.TroubledAt, username, again),
                BlockOf(connected, username, now),
            ]
            : [new(HindranceCause.Token, account.TroubledAt, again, $"The account @{username} is not connected any more.")];

    private static Hindrance? HoldOf(Account.Connected account, DateTimeOffset? since, string username) =>
        account.HeldBecause is { } reason
            ? new(HindranceCause.AccountHeld, since, null, $"The account @{username} is held: {Sentence(reason)}")
            : null;

    private static Hindrance? TroubleOf(Account.Connected account, DateTimeOffset? since, string username, DateTimeOffset again) =>
        account.Trouble is { } trouble
            ? new(
                HindranceCause.Token,
                since,
                again,
                $"The account @{username} must be reconnected: {Sentence(trouble.Message)}",
                trouble.Code
            )
            : null;

    private static Hindrance? BlockOf(Account.Connected account, string username, DateTimeOffset now) =>
        account.Block is { } block && block.Until > now
            ? new(
                HindranceCause.Blocked,
                block.Since,
                block.Until,
                $"The platform blocks the account @{username} until {Changes.Told(block.Until)}: {Sentence(block.Problem.Message)}",
                block.Problem.Code
            )
            : null;

    private static Hindrance? Approval(Order order, TenantStanding tenant, DateTimeOffset? since) =>
        order.AwaitsApproval && tenant.State.WantsNewTimesApproved()
            ? new(
                HindranceCause.Approval,
                since,
                order.PublishUntil,
                $"It was moved, and its new time must be approved until {Changes.Told(order.PublishUntil)}."
            )
            : null;

    private static Hindrance? Decision(Order order, DateTimeOffset? since, DateTimeOffset now) =>
        order.Timing.DecideBy is { } by && by >= now
            ? new(
                HindranceCause.LatePolicy,
                since,
                by,
                $"It was due {Changes.Told(order.When.DueAt)} and is too late by its late policy; a person must decide until {Changes.Told(by)}."
            )
            : null;

    /// <summary>What went wrong last, while it still keeps the post waiting.</summary>
    private static Hindrance? Failure(Pending pending, DateTimeOffset? since, DateTimeOffset now) =>
        pending.LastProblem is { } problem && since is not null && (pending.TryAt > now || pending.Failures > 0)
            ? new(
                CauseOf(problem.Class),
                since,
                pending.TryAt > now ? pending.TryAt : now,
                $"{Sentence(problem.Message)} {(pending.TryAt > now ? $"It is tried again {Changes.Told(pending.TryAt)}." : "It is being tried again.")}",
                problem.Code
            )
            : null;

    private static HindranceCause CauseOf(ProblemClass problem) =>
        problem switch
        {
            ProblemClass.QuotaReached => HindranceCause.Quota,
            ProblemClass.AccountBlocked => HindranceCause.Blocked,
            ProblemClass.AccountBroken => HindranceCause.Token,
            ProblemClass.MediaUnreachable or ProblemClass.MediaUnprocessable or ProblemClass.ContentRejected => HindranceCause.Media,
            _ => HindranceCause.Platform,
        };

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed is [.., '.' or '!' or '?'] ? trimmed : $"{trimmed}.";
    }
}
