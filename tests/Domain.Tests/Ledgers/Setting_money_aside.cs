using Campaigns.Domain.Ledgers;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class Setting_money_aside
{
    [Fact]
    public void takes_the_most_that_a_call_can_cost() => Given(Opened).When(Reserve(Plan())).Then(Reserved()).AndAgainNothing();

    [Fact]
    public void is_allowed_up_to_the_limit_and_not_beyond()
    {
        Given(Opened, Reserved()).When(Reserve(Plan(2), Limits(14000))).Then(Reserved(2));
        Given(Opened, Reserved()).When(Reserve(Plan(2), Limits(13999.999999999m))).ThenRefused("ledger.tenant_limit_reached");
    }

    [Fact]
    public void counts_what_is_spent_like_what_is_set_aside()
    {
        var spent = new LedgerEvent.Settled(Record(Done()), Amount, MicroUsd.Of(1200), CostBasis.Measured);

        Given(Opened, Reserved(), spent).When(Reserve(Plan(2), Limits(8200))).Then(Reserved(2));
        Given(Opened, Reserved(), spent).When(Reserve(Plan(2), Limits(8199))).ThenRefused("ledger.tenant_limit_reached");
    }

    [Fact]
    public void warns_once_when_a_soft_limit_is_reached()
    {
        var warned = new LedgerEvent.SoftLimitReached(null, MicroUsd.Of(14000), MicroUsd.Of(14000));

        Given(Opened).When(Reserve(Plan(), Limits(null, 14000))).Then(Reserved());
        Given(Opened, Reserved()).When(Reserve(Plan(2), Limits(null, 14000))).Then(Reserved(2), warned);
        Given(Opened, Reserved(), Reserved(2), warned).When(Reserve(Plan(3), Limits(null, 14000))).Then(Reserved(3));
        Given(Opened, Reserved(), Reserved(2), warned)
            .When(Reserve(Plan(3), Limits(null, 15000)))
            .Then(Reserved(3), new LedgerEvent.SoftLimitReached(null, MicroUsd.Of(15000), MicroUsd.Of(21000)));
    }

    [Fact]
    public void keeps_to_the_limit_of_its_campaign()
    {
        var limited = new LedgerEvent.CampaignLimitsSet(Autumn, Limits(14000, 10000));
        var warned = new LedgerEvent.SoftLimitReached(Autumn, MicroUsd.Of(10000), MicroUsd.Of(14000));

        Given(Opened, limited, Reserved(1, Autumn)).When(Reserve(Plan(2, Autumn))).Then(Reserved(2, Autumn), warned);
        Given(Opened, limited, Reserved(1, Autumn), Reserved(2, Autumn), warned)
            .When(Reserve(Plan(3, Autumn)))
            .ThenRefused("ledger.campaign_limit_reached");
        Given(Opened, limited, Reserved(1, Autumn), Reserved(2, Autumn), warned).When(Reserve(Plan(3))).Then(Reserved(3));
    }

    [Fact]
    public void counts_against_a_campaigns_limit_what_months_before_left()
    {
        var budget = new CampaignBudget(Autumn, Limits(14000), MicroUsd.Of(7001), Warned: false);
        var opened = Opened with { Carried = new(November.Before, MicroUsd.Of(9000), [], [budget]) };

        Given(opened).When(Reserve(Plan(1, Autumn))).ThenRefused("ledger.campaign_limit_reached");
    }

    [Fact]
    public void is_refused_for_a_call_that_was_settled() =>
        Given(Opened, Reserved(), new LedgerEvent.Released(Record(Ended(OutcomeClasses.Busy)), Amount))
            .When(Reserve(Plan()))
            .ThenRefused("ledger.attempt_settled");

    [Fact]
    public void is_refused_after_an_overrun_until_it_is_lifted()
    {
        var overrun = new LedgerEvent.Overrun(Plan().Attempt, Amount, MicroUsd.Of(7001));

        Given(Opened, overrun).When(Reserve(Plan(2))).ThenRefused("ledger.held");
        Given(Opened, overrun, new LedgerEvent.HoldLifted("A price was wrong.")).When(Reserve(Plan(2))).Then(Reserved(2));
    }

    [Fact]
    public void is_refused_in_a_month_that_is_over_or_was_not_begun()
    {
        var left = new CarriedLedger(November, MicroUsd.Zero, [], []);

        Given(Opened, new LedgerEvent.Closed(left)).When(Reserve(Plan())).ThenRefused("ledger.closed");
        Given().When(Reserve(Plan())).ThenRefused("ledger.closed");
    }

    [Fact]
    public void is_refused_for_a_model_without_a_price_for_what_it_is_asked_for()
    {
        Given(Opened).When(Reserve(Plan() with { Model = new("gemini", "writer-9") })).ThenRefused("ledger.model_not_priced");
        Given(Opened).When(Reserve(Plan() with { Most = new() { VideoSeconds = 8 } })).ThenRefused("ledger.model_not_priced");
        Given(Opened).When(Reserve(Plan() with { Most = new() })).ThenRefused("ledger.model_not_priced");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    public void is_refused_for_a_bound_that_is_none(long tokens) =>
        Given(Opened)
            .When(
                Reserve(
                    Plan() with
                    {
                        Most = new() { InputTokens = tokens, OutputTokens = 1 },
                    }
                )
            )
            .ThenRefused("ledger.bound_malformed");
}
