using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using static Campaigns.Grains.Tests.Cluster;
using static Campaigns.Grains.Tests.Ledgers.LedgerSample;

namespace Campaigns.Grains.Tests.Ledgers;

public sealed class The_end_of_a_month(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly LedgerMonth November = LedgerMonth.Of(Nine);

    [Fact]
    public async Task frees_the_limit_and_settles_in_the_month_that_money_was_set_aside_in()
    {
        var tenant = cluster.NewTenant();
        var (ledger, november) = (cluster.Grains.Ledger(tenant), cluster.Grains.LedgerMonth(tenant, November));
        var campaign = new CampaignId(cluster.NewId());
        Accepted(await cluster.Grains.Tenant(tenant).SetAiLimits(new(Hard(2000)), cluster.Ana()));
        Accepted(await november.SetCampaignLimits(new(campaign, Hard(2500)), cluster.Ana()));
        Granted(await ledger.Reserve(Plan("spent", campaign)));
        await ledger.Settle(Outcome("spent", 60));
        var late = Granted(await ledger.Reserve(Plan("late", campaign)));
        Assert.Equal("ledger.tenant_limit_reached", Refused(await ledger.Reserve(Plan("too-much"))).Refusal.Code);

        cluster.Clock.SetUtcNow(November.Ends.AddHours(1));
        var december = cluster.Grains.LedgerMonth(tenant, November.Next);

        // Asked again after the turn: the same answer, and settled there, whether the month is named or not.
        Assert.Equal(late, await ledger.Reserve(Plan("late", campaign)));
        Granted(await ledger.Reserve(Plan("new")));
        await ledger.Settle(Outcome("late", 50));
        Assert.Equal((MicroUsd.Of(1100), MicroUsd.Zero), ((await november.Standing()).Settled, (await november.Standing()).Reserved));
        var standing = await december.Standing();
        Assert.Equal((MicroUsd.Zero, Amount, MicroUsd.Of(600)), (standing.Settled, standing.Reserved, standing.Balance));

        // What the campaign had spent, and had set aside, goes on counting.
        Assert.Equal(MicroUsd.Of(1600), Assert.Single(standing.Campaigns).Committed);
        Assert.Equal("ledger.campaign_limit_reached", Refused(await ledger.Reserve(Plan("of-campaign", campaign))).Refusal.Code);
        Assert.Equal("ledger.closed", Refused(await november.Reserve(Plan("old"))).Refusal.Code);

        // Months in which nothing happened are passed over.
        cluster.Clock.SetUtcNow(November.Ends.AddDays(100));
        await ledger.Settle(Outcome("new", 10, late.Month.Next));
        var march = LedgerMonth.Of(November.Ends.AddDays(100));
        Assert.Equal(MicroUsd.Of(700), (await cluster.Grains.LedgerMonth(tenant, march).Standing()).Balance);
        Assert.Equal(march, Granted(await ledger.Reserve(Plan("in-march"))).Month);
        Assert.Equal(MicroUsd.Of(700), (await cluster.Grains.LedgerMonth(tenant, march).Standing()).Balance);
    }
}
