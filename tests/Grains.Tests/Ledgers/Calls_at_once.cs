using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using static Campaigns.Grains.Tests.Cluster;
using static Campaigns.Grains.Tests.Ledgers.LedgerSample;

namespace Campaigns.Grains.Tests.Ledgers;

public sealed class Calls_at_once(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly LedgerMonth November = LedgerMonth.Of(Nine);

    [Fact]
    public async Task never_pass_a_hard_limit_by_the_thousand()
    {
        var tenant = cluster.NewTenant();
        Accepted(await cluster.Grains.Tenant(tenant).SetAiLimits(new(Hard(100_500)), cluster.Ana()));
        var ledger = cluster.Grains.Ledger(tenant);

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => ledger.Reserve(Plan($"call-{n}"))));

        Assert.Equal(100, answers.Count(answer => answer is LedgerAnswer.Granted));
        Assert.All(
            answers.OfType<LedgerAnswer.Refused>(),
            no => Assert.Equal(("ledger.tenant_limit_reached", November.Ends), (no.Refusal.Code, no.Until))
        );
        Assert.True(MostCommitted(await Events(tenant)) <= MicroUsd.Of(100_500));
    }

    [Fact]
    public async Task that_come_and_go_never_pass_a_limit_and_sum_to_their_attempts()
    {
        var tenant = cluster.NewTenant();
        var campaign = new CampaignId(cluster.NewId());
        Accepted(await cluster.Grains.Tenant(tenant).SetAiLimits(new(Hard(30_000)), cluster.Ana()));
        Accepted(await cluster.Grains.LedgerMonth(tenant, November).SetCampaignLimits(new(campaign, Hard(9_000)), cluster.Ana()));
        var ledger = cluster.Grains.Ledger(tenant);

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async caller =>
                {
                    for (var n = 0; n < 5; n++)
                    {
                        var id = $"call-{caller}-{n}";
                        if (await ledger.Reserve(Plan(id, caller % 2 == 0 ? campaign : null)) is LedgerAnswer.Granted)
                            await Task.WhenAll(ledger.Settle(Outcome(id, n * 7)), ledger.Settle(Outcome(id, n * 7)));
                    }
                })
        );

        var events = await Events(tenant);
        var standing = await cluster.Grains.LedgerMonth(tenant, November).Standing();
        var settled = events.OfType<LedgerEvent.Settled>().ToList();
        Assert.True(MostCommitted(events) <= MicroUsd.Of(30_000));
        Assert.True(MostCommitted(events, campaign) <= MicroUsd.Of(9_000));
        Assert.Equal((MicroUsd.Zero, 0), (standing.Reserved, standing.Open));
        Assert.Equal(Sum(settled.Select(one => one.Cost)), standing.Settled);
        Assert.Equal(
            Sum(settled.Where(one => one.Attempt.Plan.Campaign == campaign).Select(one => one.Cost)),
            Assert.Single(standing.Campaigns).Committed
        );
        Assert.Equal(events.OfType<LedgerEvent.Reserved>().Count(), settled.Count + events.OfType<LedgerEvent.Released>().Count());
    }

    [Fact]
    public async Task are_appended_together()
    {
        var tenant = cluster.NewTenant();
        var ledger = cluster.Grains.Ledger(tenant);
        Granted(await ledger.Reserve(Plan("first")));
        cluster.Log.Appends = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => ledger.Reserve(Plan($"call-{n}"))));

        Assert.InRange(cluster.Log.Appends, 1, 100);
    }

    private async Task<List<LedgerEvent>> Events(TenantId tenant)
    {
        var events = new List<LedgerEvent>();
        await foreach (var recorded in cluster.Log.Read(EventStore.StreamName.Of("ledger", tenant, November.Value)))
            events.Add((LedgerEvent)recorded.Event);
        return events;
    }

    /// <summary>The most that was ever spent and set aside, by the events alone.</summary>
    private static MicroUsd MostCommitted(List<LedgerEvent> events, CampaignId? only = null)
    {
        var (now, most) = (MicroUsd.Zero, MicroUsd.Zero);
        foreach (var happened in events)
        {
            now += happened switch
            {
                LedgerEvent.Reserved e when only is null || e.Plan.Campaign == only => e.Amount,
                LedgerEvent.Settled e when only is null || e.Attempt.Plan.Campaign == only => e.Cost - e.Amount,
                LedgerEvent.Released e when only is null || e.Attempt.Plan.Campaign == only => MicroUsd.Zero - e.Amount,
                _ => MicroUsd.Zero,
            };
            most = now > most ? now : most;
        }
        return most;
    }

    private static MicroUsd Sum(IEnumerable<MicroUsd> amounts) => amounts.Aggregate(MicroUsd.Zero, (sum, one) => sum + one);
}
