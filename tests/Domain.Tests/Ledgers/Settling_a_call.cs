using Campaigns.Domain.Ledgers;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class Settling_a_call
{
    [Fact]
    public void books_what_was_measured()
    {
        Given(Opened, Reserved())
            .When(Settle(Done()))
            .Then(new LedgerEvent.Settled(Record(Done()), Amount, MicroUsd.Of(1200), CostBasis.Measured))
            .AndAgainNothing();
        var after = Spec.After<Ledger, LedgerEvent>([
            Opened,
            Reserved(),
            .. Settle(Done())(Spec.After<Ledger, LedgerEvent>(Opened, Reserved())),
        ]);
        Assert.Equal((MicroUsd.Zero, MicroUsd.Of(1200), 0), (after.Reserved, after.Settled, after.Open.Count));
    }

    [Fact]
    public void believes_the_provider_first()
    {
        var charged = Done() with { Usage = Done().Usage with { ChargedUsd = 0.00042m } };

        Given(Opened, Reserved())
            .When(Settle(charged))
            .Then(new LedgerEvent.Settled(Record(charged), Amount, MicroUsd.Of(420), CostBasis.Charged));
    }

    [Theory]
    [InlineData(OutcomeClasses.Busy)]
    [InlineData(OutcomeClasses.Rejected)]
    [InlineData(OutcomeClasses.Broken)]
    public void frees_all_when_nothing_happened(string outcome) =>
        Given(Opened, Reserved())
            .When(Settle(Ended(outcome)))
            .Then(new LedgerEvent.Released(Record(Ended(outcome)), Amount))
            .AndAgainNothing();

    [Theory]
    [InlineData(OutcomeClasses.Done)]
    [InlineData(OutcomeClasses.Unclear)]
    [InlineData(OutcomeClasses.Cancelled)]
    [InlineData("a word of a later version")]
    public void takes_all_for_spent_when_nobody_knows(string outcome) =>
        Given(Opened, Reserved())
            .When(Settle(Ended(outcome)))
            .Then(new LedgerEvent.Settled(Record(Ended(outcome)), Amount, Amount, CostBasis.Bound));

    [Fact]
    public void books_a_failed_call_that_cost_something()
    {
        var cut = Ended(OutcomeClasses.Broken, new() { Tokens = new(100, 0, 0, 50) });

        Given(Opened, Reserved())
            .When(Settle(cut))
            .Then(new LedgerEvent.Settled(Record(cut), Amount, MicroUsd.Of(700), CostBasis.Measured));
    }

    [Fact]
    public void records_an_overrun_and_holds_the_tenant()
    {
        var dear = Done(output: 1000);

        Given(Opened, Reserved())
            .When(Settle(dear))
            .Then(
                new LedgerEvent.Settled(Record(dear), Amount, MicroUsd.Of(10200), CostBasis.Measured),
                new LedgerEvent.Overrun(Plan().Attempt, Amount, MicroUsd.Of(10200))
            );
    }

    [Fact]
    public void goes_on_in_a_month_that_is_closed() =>
        Given(Opened, Reserved(), new LedgerEvent.Closed(new(November, MicroUsd.Zero, [Plan().Attempt], [])))
            .When(Settle(Done()))
            .Then(new LedgerEvent.Settled(Record(Done()), Amount, MicroUsd.Of(1200), CostBasis.Measured));

    [Fact]
    public void of_which_nothing_is_known_does_nothing() => Given(Opened).When(Settle(Done())).ThenNothing();
}
