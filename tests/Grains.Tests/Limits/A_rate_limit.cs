using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Grains.Tests.Limits;

public sealed class A_rate_limit
{
    private static readonly TenantId Bakery = TenantId.Parse("org_bakery");
    private static readonly TenantId Florist = TenantId.Parse("org_florist");
    private static readonly ActorId Ana = ActorId.Parse("user_ana");
    private static readonly ActorId Bea = ActorId.Parse("user_bea");

    private static readonly RateLimit Costly = new("ai", TimeSpan.FromMinutes(1), PerPerson: 30, PerTenant: 50, WrittenFirst: true);
    private static readonly RateLimit Cheap = Costly with { Name = "api", WrittenFirst = false };

    private readonly FakeTimeProvider clock = new(Cluster.Nine);
    private readonly LastingStorage storage = new();

    [Fact]
    public async Task holds_across_the_cluster_for_each_person_and_for_the_tenant()
    {
        await using var silos = await TwoSilos.Start(storage, clock);

        var ana = await TakeEverywhere(silos, Bakery, Ana, 40);
        Assert.Equal(30, ana.OfType<RateVerdict.Granted>().Count());
        Assert.All(ana.OfType<RateVerdict.Exceeded>(), no => Assert.Equal((RateScope.Person, 30), (no.Scope, no.Limit)));

        var bea = await TakeEverywhere(silos, Bakery, Bea, 40);
        Assert.Equal(20, bea.OfType<RateVerdict.Granted>().Count());
        var no = bea.OfType<RateVerdict.Exceeded>().First();
        Assert.Equal((RateScope.Tenant, 50), (no.Scope, no.Limit));
        Assert.InRange(no.RetryAfter, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));

        Assert.Equal(29, Assert.IsType<RateVerdict.Granted>(await silos.Limits[1].Take(Costly, Florist, Ana)).Left);

        clock.Advance(no.RetryAfter);
        Assert.IsType<RateVerdict.Granted>(await silos.Limits[2].Take(Costly, Bakery, Ana));
    }

    [Fact]
    public async Task forgets_nothing_over_a_restart()
    {
        foreach (var limit in new[] { Costly, Cheap })
        {
            await using (var before = await TwoSilos.Start(storage, clock))
                for (var i = 0; i < 30; i++)
                    Assert.IsType<RateVerdict.Granted>(await before.Limits[i % 3].Take(limit, Bakery, Ana));

            await using var after = await TwoSilos.Start(storage, clock);
            Assert.IsType<RateVerdict.Exceeded>(await after.Limits[0].Take(limit, Bakery, Ana));
        }
    }

    [Fact]
    public async Task forgets_nothing_over_a_crash_when_it_is_written_first()
    {
        await using (var before = await TwoSilos.Start(storage, clock))
        {
            for (var i = 0; i < 30; i++)
                Assert.IsType<RateVerdict.Granted>(await before.Limits[0].Take(Costly, Bakery, Ana));
            await before.Kill();
        }

        await using var after = await TwoSilos.Start(storage, clock);
        Assert.IsType<RateVerdict.Exceeded>(await after.Limits[0].Take(Costly, Bakery, Ana));
    }

    [Fact]
    public async Task grants_nothing_that_costs_while_it_cannot_be_written_down()
    {
        await using var silos = await TwoSilos.Start(storage, clock);
        Assert.IsType<RateVerdict.Granted>(await silos.Limits[0].Take(Costly, Bakery, Ana));
        Assert.IsType<RateVerdict.Granted>(await silos.Limits[0].Take(Cheap, Bakery, Ana));

        storage.IsAway = true;
        await Assert.ThrowsAsync<StoreAwayException>(() => silos.Limits[0].Take(Costly, Bakery, Ana));
        Assert.IsType<RateVerdict.Granted>(await silos.Limits[0].Take(Cheap, Bakery, Ana));
        Assert.IsType<RateVerdict.Granted>(await silos.Limits[0].Take(Cheap, Florist, Ana));

        storage.IsAway = false;
        Assert.Equal(28, Assert.IsType<RateVerdict.Granted>(await silos.Limits[0].Take(Costly, Bakery, Ana)).Left);
    }

    private static async Task<RateVerdict[]> TakeEverywhere(TwoSilos silos, TenantId tenant, ActorId person, int times)
    {
        var limits = silos.Limits;
        return await Task.WhenAll(Enumerable.Range(0, times).Select(i => limits[i % 3].Take(Costly, tenant, person)));
    }
}
