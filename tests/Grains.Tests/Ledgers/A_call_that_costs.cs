using Campaigns.Domain.Ledgers;
using Campaigns.Grains.EventSourcing;
using static Campaigns.Grains.Tests.Cluster;
using static Campaigns.Grains.Tests.Ledgers.LedgerSample;

namespace Campaigns.Grains.Tests.Ledgers;

public sealed class A_call_that_costs(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly LedgerMonth November = LedgerMonth.Of(Nine);

    [Fact]
    public async Task gets_the_same_answer_again_also_after_a_crash()
    {
        var ledger = cluster.Grains.Ledger(cluster.NewTenant());

        var first = await ledger.Reserve(Plan("one"));
        await cluster.Crash();

        Assert.Equal(new LedgerAnswer.Granted(November, Amount, "test-1"), first);
        Assert.Equal(first, await ledger.Reserve(Plan("one")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task is_counted_once_though_an_answer_was_lost(bool committed)
    {
        var tenant = cluster.NewTenant();
        var ledger = cluster.Grains.Ledger(tenant);
        Granted(await ledger.Reserve(Plan("zero")));

        cluster.Log.FailNext("ledger", committed);
        await Assert.ThrowsAsync<StoreAwayException>(() => ledger.Reserve(Plan("one")));
        Granted(await ledger.Reserve(Plan("one")));
        cluster.Log.FailNext("ledger", committed);
        await Assert.ThrowsAsync<StoreAwayException>(() => ledger.Settle(Outcome("one", 40)));
        await ledger.Settle(Outcome("one", 40));
        await ledger.Settle(Outcome("one", 40, November));

        var standing = await cluster.Grains.LedgerMonth(tenant, November).Standing();
        Assert.Equal((MicroUsd.Of(400), Amount, 1), (standing.Settled, standing.Reserved, standing.Open));
        Assert.Equal("ledger.attempt_settled", Refused(await ledger.Reserve(Plan("one"))).Refusal.Code);
    }

    [Fact]
    public async Task beyond_its_bound_holds_the_others_until_an_admin_has_looked()
    {
        var tenant = cluster.NewTenant();
        var (ledger, month) = (cluster.Grains.Ledger(tenant), cluster.Grains.LedgerMonth(tenant, November));
        Granted(await ledger.Reserve(Plan("one")));
        await ledger.Settle(Outcome("one", 101));

        Assert.Equal(
            ("ledger.held", November.Ends),
            (Refused(await ledger.Reserve(Plan("two"))) is var no ? no.Refusal.Code : "", no.Until)
        );
        Accepted(await month.LiftHold(new("The price was old."), cluster.Ana("lift-1")));
        Accepted(await month.LiftHold(new("The price was old."), cluster.Ana("lift-1")));
        Granted(await ledger.Reserve(Plan("two")));
        Assert.Equal(MicroUsd.Of(1010), (await month.Standing()).Settled);
    }

    [Fact]
    public async Task that_nobody_settles_is_written_off_after_a_day()
    {
        var tenant = cluster.NewTenant();
        var month = cluster.Grains.LedgerMonth(tenant, November);
        Granted(await cluster.Grains.Ledger(tenant).Reserve(Plan("one")));

        Assert.Equal("ledger.reservation_too_young", Cluster.Refused(await month.WriteOff(new(AttemptId.Parse("one")), cluster.Ana())));
        cluster.Clock.Advance(TimeSpan.FromHours(25));
        Accepted(await month.WriteOff(new(AttemptId.Parse("one")), cluster.Ana()));

        var standing = await month.Standing();
        Assert.Equal((Amount, 0), (standing.Settled, standing.Open));
    }
}
