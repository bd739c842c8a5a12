using Campaigns.Domain.Publications;
using static Campaigns.Domain.Accounts.Account;

namespace Campaigns.Domain.Accounts;

/// <summary>An account's day: places in it, what the platform says of it, and blocks.</summary>
public static partial class AccountDecider
{
    /// <summary>A reading of the quota is good for this long, where there is room.</summary>
    private static readonly TimeSpan ReadingGoodFor = TimeSpan.FromHours(1);

    /// <summary>A reading that says that the day is full is good for this long.</summary>
    private static readonly TimeSpan FullReadingGoodFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What others published leaves the platform's day at times that nobody tells: a post that waits only for that looks again so often.
    /// </summary>
    private static readonly TimeSpan ForeignLookedAtAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstBlock = TimeSpan.FromHours(4);
    private static readonly TimeSpan LongestBlock = TimeSpan.FromHours(24);

    /// <summary>The farthest apart that posts can be kept.</summary>
    public static readonly TimeSpan WidestSpacing = TimeSpan.FromDays(1);

    /// <summary>What there is for a publication that asks for a place. Nothing is kept yet: <see cref="Reserve"/> does that.</summary>
    /// <param name="state">The account.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="mayRead">Whether the platform can be asked for its quota; if not, what is known has to do.</param>
    /// <param name="now">UTC.</param>
    public static SlotAnswer FindSlot(Account state, ReserveSlot ask, bool mayRead, DateTimeOffset now)
    {
        if (state is not Connected account)
            return new SlotAnswer.Kept(ask.From, null); // there is nothing to keep it in; the publication finds that out by itself
        var age = now - account.Quota.Reading?.At;
        if (mayRead && !(age < ReadingGoodFor))
            return new SlotAnswer.ReadFirst();
        var (at, because) = AccountDay.FirstFree(account.Quota, ask, account.Spacing ?? ask.Pace);
        if (because is DeferralReason.Quota && mayRead && age >= FullReadingGoodFor)
            return new SlotAnswer.ReadFirst();
        if (LooksAgain(ask, now) is var again && at > again && because is DeferralReason.Quota && RestsOnOthers(account, ask, at))
            return new SlotAnswer.NoneBefore(again, DeferralReason.Quota);
        return at > ask.NotAfter ? new SlotAnswer.NoneBefore(at, because ?? DeferralReason.Pace) : new SlotAnswer.Kept(at, because);
    }

    private static DateTimeOffset LooksAgain(ReserveSlot ask, DateTimeOffset now) =>
        (ask.From > now ? ask.From : now) + ForeignLookedAtAfter;

    /// <summary>Whether there would be an earlier place, had only we published on the account.</summary>
    private static bool RestsOnOthers(Connected account, ReserveSlot ask, DateTimeOffset at) =>
        account.Quota.Reading is { Foreign: > 0 } reading
        && AccountDay.FirstFree(account.Quota with { Reading = reading with { Foreign = 0 } }, ask, account.Spacing ?? ask.Pace).At < at;

    /// <summary>Keeps the place that was found. The same again changes nothing.</summary>
    public static Decision<AccountEvent> Reserve(Account state, PublicationId publication, SlotAnswer found, DateTimeOffset now) =>
        state is Connected account && found is SlotAnswer.Kept { At: var at } && account.Quota.PlaceOf(publication) != at
            ? [new AccountEvent.SlotReserved(publication, at, now)]
            : [];

    /// <summary>Gives a place back: its post certainly is not public.</summary>
    public static Decision<AccountEvent> ReleaseSlot(Account state, PublicationId publication) =>
        state is Connected account && account.Quota.PlaceOf(publication) is not null ? [new AccountEvent.SlotReleased(publication)] : [];

    /// <summary>What the platform says of the quota. Its answer also shows that it takes the token again.</summary>
    public static Decision<AccountEvent> RecordQuota(Account state, TokenRef token, int used, int total, DateTimeOffset now) =>
        state is Connected account && account.Token == token
            ? account.Trouble is null
                ? [new AccountEvent.QuotaRead(used, total, now)]
                : [new AccountEvent.TroubleCleared(), new AccountEvent.QuotaRead(used, total, now)]
            : [];

    /// <summary>
    /// The platform blocks the account: for four hours nothing is tried on it, and twice as long each time it blocks it again within a day of
    /// the last block's end.
    /// </summary>
    public static Decision<AccountEvent> RecordBlock(Account state, TokenRef token, Problem problem, DateTimeOffset now)
    {
        if (state is not Connected account || account.Token != token || account.Block?.Until > now)
            return [];
        var length = account.Block is { } last && now - last.Until < LongestBlock ? (last.Until - last.Since) * 2 : FirstBlock;
        return [new AccountEvent.Blocked(problem, now, now + (length < LongestBlock ? length : LongestBlock))];
    }

    /// <summary>Sets how far apart its posts are kept; null: as the tenant has it.</summary>
    public static Decision<AccountEvent> SetPace(Account state, SetAccountPace ask) =>
        state switch
        {
            not Connected => Refusal.AccountNotFound,
            _ when ask.Spacing < TimeSpan.Zero || ask.Spacing > WidestSpacing => Refusal.SpacingOutOfRange,
            Connected account when account.Spacing == ask.Spacing => [],
            _ => [new AccountEvent.PaceSet(ask.Spacing)],
        };
}
