using Campaigns.Domain.Ledgers;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class A_month_of_money
{
    [Fact]
    public void is_begun_once() => Given().When((Ledger state) => LedgerDecider.Open(state, November, null)).Then(Opened).AndAgainNothing();

    [Fact]
    public void leaves_its_balance_its_open_calls_and_its_limits()
    {
        var spent = new LedgerEvent.Settled(Record(Done(2), Autumn), Amount, MicroUsd.Of(1200), CostBasis.Measured);
        var limited = new LedgerEvent.CampaignLimitsSet(Autumn, Limits(90000));
        var opened = Opened with { Carried = new(November.Before, MicroUsd.Of(300), [Plan(9).Attempt], []) };

        Given(opened, limited, Reserved(1, Autumn), Reserved(2, Autumn), spent)
            .When((Ledger state) => LedgerDecider.Close(state))
            .Then(
                new LedgerEvent.Closed(
                    new(
                        November,
                        MicroUsd.Of(1500),
                        [Plan(1).Attempt, Plan(9).Attempt],
                        [new(Autumn, Limits(90000), MicroUsd.Of(8200), Warned: false)]
                    )
                )
            )
            .AndAgainNothing();
    }

    [Fact]
    public void takes_limits_of_campaigns_and_takes_them_away()
    {
        Given(Opened).When(SetLimits(Limits(5, 3))).Then(new LedgerEvent.CampaignLimitsSet(Autumn, Limits(5, 3))).AndAgainNothing();
        Given(Opened, new LedgerEvent.CampaignLimitsSet(Autumn, Limits(5)))
            .When(SetLimits(AiLimits.None))
            .Then(new LedgerEvent.CampaignLimitsSet(Autumn, AiLimits.None))
            .AndAgainNothing();
    }

    [Fact]
    public void refuses_limits_that_cannot_be()
    {
        Given(Opened).When(SetLimits(Limits(-1))).ThenRefused("ledger.limit_out_of_range", "hard");
        Given(Opened).When(SetLimits(Limits(1, 2))).ThenRefused("ledger.limit_out_of_range", "soft");
        Given(Opened).When(SetLimits(Limits(MicroUsd.Most + 1))).ThenRefused("ledger.limit_out_of_range", "hard");
    }

    [Fact]
    public void has_room_for_so_many_limits()
    {
        LedgerEvent[] full =
        [
            Opened,
            .. Enumerable
                .Range(0, LedgerDecider.MostCampaignLimits)
                .Select(n => new LedgerEvent.CampaignLimitsSet(new(new(n, 0, 0, new byte[8])), Limits(1))),
        ];

        Given(full).When(SetLimits(Limits(5))).ThenRefused("ledger.too_many_limits", "campaignId");
    }

    [Fact]
    public void lets_an_overrun_go_for_a_reason()
    {
        var overrun = new LedgerEvent.Overrun(Plan().Attempt, Amount, MicroUsd.Of(7001));

        Given(Opened, overrun)
            .When(Lift("A price was wrong."))
            .Then(new LedgerEvent.HoldLifted("A price was wrong."))
            .AndAgainRefused("ledger.not_held");
        Given(Opened, overrun).When(Lift(" ")).ThenRefused("input.required", "reason");
    }

    [Fact]
    public void writes_off_what_nobody_settled_for_a_day()
    {
        Given(Opened, Reserved()).When(WriteOff(hours: 23.9)).ThenRefused("ledger.reservation_too_young", "attemptId");
        Given(Opened).When(WriteOff(hours: 24)).ThenRefused("ledger.reservation_not_found", "attemptId");
        Given(Opened, Reserved())
            .When(WriteOff(hours: 24))
            .Then<LedgerEvent.Settled>(e =>
                e is { Basis: CostBasis.Bound, Attempt.OutcomeClass: OutcomeClasses.Unclear } && e.Cost == Amount
            )
            .AndAgainNothing();
    }

    [Fact]
    public void remembers_settled_calls_for_a_while_and_not_for_ever()
    {
        var state = Spec.After<Ledger, LedgerEvent>(Opened);
        foreach (var number in Enumerable.Range(1, 5 * Ledger.Window))
            state = Ledger.Evolve(Ledger.Evolve(state, Reserved(number)), new LedgerEvent.Released(Record(Done(number)), Amount));

        Assert.True(state.IsRecent(Plan(4 * Ledger.Window + 1).Attempt));
        Assert.False(state.IsRecent(Plan(1).Attempt));
        Assert.InRange(state.Recent.Count + state.Earlier.Count, Ledger.Window, 2 * Ledger.Window);
    }

    [Fact]
    public void has_a_name_where_ids_are_uuids()
    {
        Assert.Equal("00000000-0000-8000-8000-000000202611", $"{November.Uuid}");
        Assert.True(LedgerMonth.TryFrom(November.Uuid, out var month));
        Assert.Equal(November, month);
        Assert.False(LedgerMonth.TryFrom(Autumn.Uuid, out _));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), November.Ends);
    }

    private static Func<Ledger, Decision<LedgerEvent>> SetLimits(AiLimits limits) =>
        state => LedgerDecider.SetCampaignLimits(state, new(Autumn, limits));

    private static Func<Ledger, Decision<LedgerEvent>> Lift(string reason) => state => LedgerDecider.LiftHold(state, new(reason));

    private static Func<Ledger, Decision<LedgerEvent>> WriteOff(double hours) =>
        state => LedgerDecider.WriteOff(state, new(Plan().Attempt), Nine.AddHours(hours));
}
