using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Accounts.AccountEvent;

namespace Campaigns.Domain.Tests.Accounts;

public sealed class A_place_in_an_accounts_day
{
    private static readonly AccountEvent[] Connected = [new Connected("17841400000000001", "the.club", Key)];
    private static readonly AccountEvent[] Read = [.. Connected, new QuotaRead(0, 3, Nine)];

    [Fact]
    public void is_given_only_after_the_platform_was_asked_for_its_quota_unless_that_cannot_be()
    {
        Assert.IsType<SlotAnswer.ReadFirst>(Find(Connected, At(Ten)));
        Assert.IsType<SlotAnswer.ReadFirst>(Find(Read, At(Ten), now: Nine.AddHours(1)));
        Assert.Equal(new SlotAnswer.Kept(Ten, null), Find(Connected, At(Ten), mayRead: false));
    }

    [Fact]
    public void is_the_one_wanted_while_there_is_room() => Assert.Equal(new SlotAnswer.Kept(Ten, null), Find(Read, At(Ten)));

    [Fact]
    public void is_put_off_until_a_post_of_a_day_ago_leaves_the_window()
    {
        AccountEvent[] full = [.. Read, Kept(1, Nine), Kept(2, Nine.AddMinutes(5)), Kept(3, Nine.AddMinutes(10))];

        Assert.Equal(new SlotAnswer.Kept(Nine.AddDays(1), DeferralReason.Quota), Find(full, At(Ten)));
        Assert.Equal(
            new SlotAnswer.NoneBefore(Nine.AddDays(1), DeferralReason.Quota),
            Find(full, At(Ten) with { NotAfter = Nine.AddHours(20) })
        );
    }

    [Fact]
    public void never_takes_the_room_of_one_that_is_kept_for_later()
    {
        AccountEvent[] later = [.. Read, Kept(1, Ten.AddHours(20)), Kept(2, Ten.AddHours(21)), Kept(3, Ten.AddHours(22))];

        Assert.IsType<SlotAnswer.Kept>(Find(later, At(Ten.AddHours(-3))));
        var answer = Assert.IsType<SlotAnswer.Kept>(Find(later, At(Ten)));
        Assert.True(answer.At >= Ten.AddHours(44), "only when the first of the three is a day old");
    }

    [Fact]
    public void does_not_meet_there_with_all_others_that_a_full_day_sent_on()
    {
        AccountEvent[] full = [.. Read, Kept(1, Nine), Kept(2, Nine), Kept(3, Nine), Kept(4, Nine.AddDays(1))];

        var answer = Assert.IsType<SlotAnswer.Kept>(Find(full, At(Ten)));
        Assert.Equal(Nine.AddDays(1).AddMinutes(1), answer.At);
    }

    [Fact]
    public void is_looked_for_again_within_the_hour_while_what_others_published_fills_the_day()
    {
        AccountEvent[] foreign = [.. Connected, new QuotaRead(3, 3, Nine)];

        Assert.Equal(new SlotAnswer.NoneBefore(Ten.AddHours(1), DeferralReason.Quota), Find(foreign, At(Ten), now: Nine.AddMinutes(4)));
        Assert.Equal(
            new SlotAnswer.NoneBefore(Ten.AddHours(2), DeferralReason.Quota),
            Find(foreign, At(Ten), mayRead: false, now: Ten.AddHours(1))
        );
        Assert.Equal(new SlotAnswer.Kept(Ten, null), Find([.. foreign, new QuotaRead(2, 3, Nine.AddMinutes(4))], At(Ten)));
    }

    [Fact]
    public void counts_what_others_published_until_a_day_after_the_reading()
    {
        AccountEvent[] foreign = [.. Connected, new QuotaRead(3, 3, Nine)];

        Assert.Equal(
            new SlotAnswer.Kept(Nine.AddDays(1), DeferralReason.Quota),
            Find(foreign, At(Nine.AddHours(23.5)), mayRead: false, now: Nine.AddHours(23.5))
        );
    }

    [Fact]
    public void waits_for_our_own_posts_as_long_as_they_fill_the_day_without_those_of_others()
    {
        AccountEvent[] both = [.. Connected, Kept(1, Nine), Kept(2, Nine), Kept(3, Nine), new QuotaRead(4, 3, Nine)];

        Assert.Equal(new SlotAnswer.Kept(Nine.AddDays(1), DeferralReason.Quota), Find(both, At(Ten)));
    }

    [Fact]
    public void does_not_count_our_own_posts_twice()
    {
        AccountEvent[] ours = [.. Connected, Kept(1, Nine.AddMinutes(-20)), Kept(2, Nine.AddMinutes(-10)), new QuotaRead(2, 3, Nine)];

        Assert.Equal(new SlotAnswer.Kept(Ten, null), Find(ours, At(Ten)));
    }

    [Fact]
    public void is_one_for_each_publication_however_often_it_asks()
    {
        var state = After<Account, AccountEvent>([.. Read, Kept(9, Ten)]);

        Assert.Empty(AccountDecider.Reserve(state, Own, new SlotAnswer.Kept(Ten, null), Nine));
        var moved = AccountDecider.Reserve(state, Own, new SlotAnswer.Kept(Ten.AddHours(1), null), Nine).Aggregate(state, Account.Evolve);
        Assert.Equal(new(Own, Ten.AddHours(1)), Assert.Single(((Account.Connected)moved).Quota.Places));
    }

    [Fact]
    public void is_free_again_when_it_is_given_back() =>
        Assert.Equal(
            new SlotAnswer.Kept(Ten, null),
            Find([.. Read, Kept(1, Nine), Kept(2, Nine), Kept(3, Nine), new SlotReleased(Publication(2))], At(Ten))
        );

    [Fact]
    public void is_kept_apart_from_others_by_the_accounts_pace_or_else_the_tenants()
    {
        AccountEvent[] other = [.. Read, Kept(1, Ten)];
        var quarter = At(Ten.AddMinutes(5)) with { Pace = TimeSpan.FromMinutes(15) };

        Assert.Equal(new SlotAnswer.Kept(Ten.AddMinutes(15), DeferralReason.Pace), Find(other, quarter));
        Assert.Equal(new SlotAnswer.Kept(Ten.AddMinutes(5), null), Find([.. other, new PaceSet(TimeSpan.Zero)], quarter));
        Assert.Equal(
            new SlotAnswer.Kept(Ten.AddMinutes(20), DeferralReason.Pace),
            Find([.. other, new PaceSet(TimeSpan.FromMinutes(20))], quarter)
        );
    }

    [Fact]
    public void is_kept_apart_by_a_minute_where_nobody_set_a_pace_and_it_is_late()
    {
        AccountEvent[] other = [.. Read, Kept(1, Ten)];

        Assert.Equal(new SlotAnswer.Kept(Ten, null), Find(other, At(Ten)));
        Assert.Equal(new SlotAnswer.Kept(Ten.AddMinutes(1), DeferralReason.Pace), Find(other, At(Ten) with { DueAt = Nine }));
    }

    [Fact]
    public void is_found_quickly_and_remembered_within_bounds_on_a_day_of_thousands()
    {
        var state = After<Account, AccountEvent>([.. Connected, new QuotaRead(0, 100_000, Nine)]);
        for (var n = 0; n < 3000; n++)
        {
            var publication = new PublicationId(new Guid(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
            var ask = new ReserveSlot(publication, Nine, Nine.AddSeconds(n), Nine.AddDays(9));
            var found = AccountDecider.FindSlot(state, ask, mayRead: false, Nine);
            state = AccountDecider.Reserve(state, publication, found, Nine).Aggregate(state, Account.Evolve);
        }

        Assert.Equal(AccountQuota.MostPlaces, ((Account.Connected)state).Quota.Places.Count);
    }

    private static PublicationId Own => Publication(9);

    private static PublicationId Publication(byte n) => new(Uuid(n));

    private static SlotReserved Kept(byte publication, DateTimeOffset at) => new(Publication(publication), at, Nine);

    private static ReserveSlot At(DateTimeOffset at) => new(Own, at, at, at.AddDays(3));

    private static SlotAnswer Find(AccountEvent[] happened, ReserveSlot ask, DateTimeOffset? now = null, bool mayRead = true) =>
        AccountDecider.FindSlot(After<Account, AccountEvent>(happened), ask, mayRead, now ?? Nine);
}
