using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;

namespace Campaigns.Grains.Publications;

/// <summary>What a publication waits for besides its due time: its account's day, quiet hours, and an account that cannot be used.</summary>
internal sealed partial class PublicationGrain
{
    private static readonly TimeSpan AskAccountAgain = TimeSpan.FromSeconds(1);

    /// <summary>Quiet hours and the pace push each other on; a day has few of either.</summary>
    private const int MostQuestions = 8;

    private PublicationId Own => new(Guid.Parse(Id));

    /// <summary>Asks the account for a place, ahead of the due time: at the due second there is nothing left to ask.</summary>
    private async Task<Pause?> Reserve(PublicationStep.Reserve step, InstagramAccount account, Tenant tenant)
    {
        var order = step.Order;
        var keeper = GrainFactory.Account(Tenant, order.Target.Account);
        var (from, because, isKept) = (step.From, (DeferralReason?)null, false);
        for (var questions = 0; questions < MostQuestions; questions++)
        {
            if (QuietUntil(order, tenant, from) is { } loud)
                (from, because) = (loud, DeferralReason.QuietHours);
            if (from > order.PublishUntil)
            {
                if (isKept && order.Timing.Slot is null)
                    await keeper.ReleaseSlot(Own); // nothing in its own stream says that it has one, so nobody else would give it back
                return await Deferred(order, because ?? order.Timing.Deferred?.Because ?? DeferralReason.Pace, from);
            }
            switch (await keeper.Reserve(new(Own, order.When.DueAt, from, order.PublishUntil, tenant.Spacing)))
            {
                case SlotAnswer.ReadFirst:
                    await ReadQuota(account);
                    break;
                case SlotAnswer.AskAgain:
                    return Pause.Until(Now + AskAccountAgain);
                case SlotAnswer.Kept { At: var at, Because: var reason } when QuietUntil(order, tenant, at) is not null:
                    (from, because, isKept) = (at, reason ?? because, true);
                    break;
                case var answer:
                    return await Recorded(() => PublicationDecider.RecordSlot(State, step, answer, because));
            }
        }
        return Pause.Until(Now + AskAccountAgain);
    }

    /// <summary>The settings may have changed since its place was kept.</summary>
    private async Task<Pause?> PublishUnlessQuiet(PublicationStep.Publish step, InstagramAccount account, Tenant tenant) =>
        QuietUntil(step.Order, tenant, Now) is { } loud && State is Publication.Ready
            ? await Deferred(step.Order, DeferralReason.QuietHours, loud)
            : await Publish(step, account);

    private async Task<Pause?> ReleaseSlot(AccountId account)
    {
        await GrainFactory.Account(Tenant, account).ReleaseSlot(Own);
        if (State is Publication.Ended)
            await GrainFactory.Account(Tenant, account).FreeWeeklySlot(Own);
        return await Recorded(() => PublicationDecider.ReleaseSlot(State));
    }

    private async Task ReadQuota(InstagramAccount account)
    {
        var keeper = GrainFactory.Account(Tenant, account.Account);
        turn?.Call();
        if (
            await Judged(account, await instagram.QuotaOf(account, CancellationToken.None)) is Reply<PublishingQuota>.Done
            {
                Value: var quota
            }
        )
            await keeper.RecordQuota(account.Token, quota.Used, quota.Total);
        else
            await keeper.RecordQuotaUnread();
    }

    /// <summary>
    /// Nothing is tried on an account that the platform turned away, but once in a while one post asks a question that changes nothing: what was
    /// a hiccup heals by itself, and anything else when a person reconnects it.
    /// </summary>
    private async Task<Pause?> InTrouble(Order order, InstagramAccount account)
    {
        if (await GrainFactory.Account(Tenant, account.Account).MayProbe())
        {
            await ReadQuota(account);
            return null;
        }
        return await Deferred(order, DeferralReason.AccountTrouble, until: null);
    }

    private Task<Pause?> Blocked(Order order, DateTimeOffset until) => Deferred(order, DeferralReason.AccountBlocked, until);

    /// <summary>Records once what it waits for, and looks again: at the time that is known, or every now and then, but not after its late policy's word.</summary>
    private async Task<Pause?> Deferred(Order order, DeferralReason because, DateTimeOffset? until)
    {
        var decision = PublicationDecider.Defer(State, because, until);
        if (decision.Events.Count > 0)
        {
            await Record(decision, Actor);
            return null;
        }
        var (again, last) = (until ?? Now + LookForRelease, order.PublishUntil.AddSeconds(1));
        return Pause.Until(again < last || last <= Now ? again : last);
    }

    private static DateTimeOffset? QuietUntil(Order order, Tenant tenant, DateTimeOffset at) =>
        order.Timing.AtOnce ? null : tenant.Quiet?.EndAfter(at, tenant.Zone);

    /// <summary>
    /// A platform that refuses the account's token, or blocks it, speaks of the account: what else is to go out on it need not try. Unless the
    /// account was connected anew meanwhile, and only the old token was refused.
    /// </summary>
    private async Task<Reply<T>> Judged<T>(InstagramAccount used, Reply<T> reply)
    {
        var account = GrainFactory.Account(Tenant, used.Account);
        switch (reply)
        {
            case Reply<T>.Busy { Problem: { Class: ProblemClass.AccountBlocked } problem }:
                return new Reply<T>.Busy(problem, await account.RecordBlock(used.Token, problem) - Now);
            case Reply<T>.Rejected { Problem: { Class: ProblemClass.AccountBroken } problem }:
                if (await account.Describe() is Account.Connected connected && connected.Token != used.Token)
                    return new Reply<T>.Busy(problem with { Class = ProblemClass.Transient }, TimeSpan.FromSeconds(1));
                await account.RecordTrouble(used.Token, problem);
                return reply;
            default:
                return reply;
        }
    }
}
