using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using CsCheck;
using static Campaigns.Domain.Accounts.AccountEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Scheduling;

public sealed class Taking_the_next_slot
{
    private static readonly AccountEvent[] WithSlots =
    [
        new Connected(AtClub.InstagramUserId, AtClub.Username, Key),
        new WeeklySlotsSet(new("Etc/UTC", [new(Weekday.Tuesday, "09:30"), new(Weekday.Tuesday, "10:00")])), // Nine is a Tuesday's
    ];

    private static readonly PlannedTime HalfPast = Plan(Nine.AddMinutes(30));

    [Fact]
    public void gives_the_first_that_is_free_and_the_same_again() =>
        Given(WithSlots).When(Take(Outing)).Then(new WeeklySlotTaken(Outing, HalfPast, Nine)).AndAgainNothing();

    [Fact]
    public void gives_the_second_where_the_first_is_taken_and_says_by_whom()
    {
        var taken = Given([.. WithSlots, new WeeklySlotTaken(Outing, HalfPast, Nine)])
            .When(Take(OtherOuting))
            .Then(new WeeklySlotTaken(OtherOuting, Plan(Ten), Nine));

        var why = AccountDecider.ExplainSlot(taken.State, OtherOuting, Nine)!;
        Assert.Equal(Plan(Ten), why.Slot);
        Assert.Equal([new PassedSlot(HalfPast, Outing)], why.PassedOver);
        Assert.Null(AccountDecider.ExplainSlot(taken.State, new(Uuid(99)), Nine));
    }

    [Fact]
    public void gives_a_slot_again_that_was_left() =>
        Given([.. WithSlots, new WeeklySlotTaken(Outing, HalfPast, Nine), new WeeklySlotFreed(Outing)])
            .When(Take(OtherOuting))
            .Then(new WeeklySlotTaken(OtherOuting, HalfPast, Nine));

    [Fact]
    public void leaves_one_alone_that_is_too_near() =>
        Given(WithSlots).When(Take(Outing, Nine.AddMinutes(29.5))).Then<WeeklySlotTaken>(taken => taken.When == Plan(Ten));

    [Fact]
    public void is_refused_where_there_are_none() => Given(WithSlots[0]).When(Take(Outing)).ThenRefused("slots.none", "accountId");

    [Fact]
    public void is_refused_once_as_many_are_taken_as_can_be()
    {
        var taken = Enumerable
            .Range(0, AccountWeek.MostTaken)
            .Select(n => new WeeklySlotTaken(new(DerivedId.From($"{n}")), Plan(Ten.AddDays(7 * n)), Nine));

        Given([.. WithSlots, .. taken]).When(Take(Outing)).ThenRefused("slots.all_taken", "accountId");
    }

    [Fact]
    public void is_refused_on_an_account_that_is_not_connected() =>
        Given().When(Take(Outing)).ThenRefused("account.not_found", "accountId");

    [Fact]
    public void never_gives_one_slot_to_two_however_they_come_and_go() =>
        Gen.Select(Gen.Int[0, 9], Gen.Bool, Gen.Int[0, 600])
            .List[1, 60]
            .Sample(
                steps =>
                {
                    var (account, now) = (After<Account, AccountEvent>(WithSlots), Nine);
                    foreach (var (who, leaves, minutes) in steps)
                    {
                        now = now.AddMinutes(minutes);
                        var publication = new PublicationId(Uuid((byte)(100 + who)));
                        var decision = leaves
                            ? AccountDecider.FreeWeeklySlot(account, publication)
                            : AccountDecider.TakeWeeklySlot(account, publication, now);
                        account = decision.Aggregate(account, Account.Evolve);
                        var slots = ((Account.Connected)account).Week.Taken.Select(slot => slot.DueAt).ToList();
                        Assert.Equal(slots.Distinct().Order(), slots);
                        Assert.All(
                            slots,
                            slot => Assert.DoesNotContain(AccountDecider.FreeSlots(account, now).Take(30), free => free.DueAt == slot)
                        );
                    }
                },
                iter: 200
            );

    [Fact]
    public void of_a_week_that_is_set_anew_keeps_what_is_taken()
    {
        SetWeeklySlots ask = new("Etc/UTC", [new(Weekday.Friday, "17:00")]);
        var set = Given([.. WithSlots, new WeeklySlotTaken(Outing, HalfPast, Nine)])
            .When<Account, AccountEvent>(account => AccountDecider.SetWeeklySlots(account, ask, "Etc/UTC"))
            .Then<WeeklySlotsSet>(_ => true);

        set.AndAgainNothing();
        Assert.Equal(HalfPast.DueAt, AccountDecider.ExplainSlot(set.State, Outing, Nine)!.Slot.DueAt);
    }

    private static Func<Account, Decision<AccountEvent>> Take(PublicationId publication, DateTimeOffset? now = null) =>
        account => AccountDecider.TakeWeeklySlot(account, publication, now ?? Nine);
}
