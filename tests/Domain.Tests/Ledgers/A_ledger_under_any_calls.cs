using Campaigns.Domain.Ledgers;
using CsCheck;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

/// <summary>Calls reserved, repeated, settled and settled again, in any order, with any outcome that keeps its bound.</summary>
public sealed class A_ledger_under_any_calls
{
    private static readonly AiLimits Tenants = Limits(40000, 20000);
    private static readonly AiLimits Campaigns = Limits(20000);

    private static readonly Gen<(int What, int Number, int Tokens)[]> Steps = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[1, 30],
        Gen.Int[0, 500]
    ).Array[0, 200];

    [Fact]
    public void sums_to_its_attempts_and_passes_no_limit() =>
        Steps.Sample(
            steps =>
            {
                var (state, happened) = (Harness.Spec.After<Ledger, LedgerEvent>(Opened), new List<LedgerEvent>());
                Take(LedgerDecider.SetCampaignLimits(state, new(Autumn, Campaigns)));
                foreach (var (what, number, tokens) in steps)
                {
                    Take(what < 3 ? Reserve(PlanOf(number), Tenants)(state) : Settle(OutcomeOf(what, number, tokens))(state));
                    Assert.True(state.Committed <= Tenants.Hard, $"{state.Committed}");
                    Assert.True(state.CommittedOf(Autumn) <= Campaigns.Hard, $"{state.CommittedOf(Autumn)}");
                    Assert.Equal(Sum(state.Open.Values.Select(one => one.Amount)), state.Reserved);
                }
                foreach (var open in state.Open.Keys.ToList())
                    Take(Settle(Done() with { Attempt = open })(state));

                var settled = happened.OfType<LedgerEvent.Settled>().ToList();
                Assert.Equal(MicroUsd.Zero, state.Reserved);
                Assert.Equal(Sum(settled.Select(one => one.Cost)), state.Settled);
                Assert.Equal(
                    Sum(settled.Where(one => one.Attempt.Plan.Campaign == Autumn).Select(one => one.Cost)),
                    state.CommittedOf(Autumn)
                );
                Assert.Equal(
                    happened.OfType<LedgerEvent.Reserved>().Count(),
                    settled.Count + happened.OfType<LedgerEvent.Released>().Count()
                );

                void Take(Decision<LedgerEvent> decision)
                {
                    happened.AddRange(decision.Events);
                    state = decision.Aggregate(state, Ledger.Evolve);
                }
            },
            iter: 300,
            threads: 1
        );

    private static AttemptPlan PlanOf(int number) => Plan(number, number % 2 == 0 ? Autumn : null);

    private static AttemptOutcome OutcomeOf(int what, int number, int tokens) =>
        what switch
        {
            3 => Done(number, tokens),
            4 => Ended(OutcomeClasses.Broken) with { Attempt = PlanOf(number).Attempt },
            _ => Ended(OutcomeClasses.Unclear) with { Attempt = PlanOf(number).Attempt },
        };

    private static MicroUsd Sum(IEnumerable<MicroUsd> amounts) => amounts.Aggregate(MicroUsd.Zero, (sum, one) => sum + one);
}
