using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.Tenants;
using static Campaigns.Domain.Erasures.ErasureEvent;

namespace Campaigns.Grains.Tests.Erasures;

public sealed class Erasing_a_tenant(Cluster cluster) : IClassFixture<Cluster>
{
    private readonly TenantId tenant = cluster.NewTenant();

    [Fact]
    public async Task waits_for_the_end_of_the_days_of_grace_and_refuses_commands_meanwhile()
    {
        await Ask();

        Assert.Equal(Closing.Erasing, await cluster.Grains.Tenant(tenant).Closing());
        Assert.Equal("tenant.erasing", Cluster.Refused(await cluster.Grains.Tenant(tenant).SetZone(new("Europe/Lisbon"), cluster.Ana())));
        cluster.Clock.Advance(TimeSpan.FromDays(6));
        Cluster.Accepted(await cluster.Grains.Erasure(tenant).Cancel(new(), cluster.Ana()));

        cluster.Clock.Advance(TimeSpan.FromDays(2));
        Cluster.Accepted(await cluster.Grains.Tenant(tenant).SetZone(new("Europe/Lisbon"), cluster.Ana()));
        Assert.Empty(await cluster.Names($"erasure-{tenant}"));
        Assert.DoesNotContain(cluster.Remains.Done, done => done.EndsWith($"of {tenant}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task destroys_the_keys_then_the_rest_and_leaves_a_certificate()
    {
        await Ask();
        cluster.Clock.Advance(TimeSpan.FromDays(7));

        await UntilCertified();

        var certified = Assert.IsType<Certified>((await Log()).Last());
        Assert.Equal("user_ana", certified.AskedBy.Value);
        Assert.Equal([new("read.history_a", 3), new("media", 2)], certified.Removed);
        Assert.Equal([Guid.Empty], certified.Keys);
        Assert.Equal(
            [$"keys of {tenant}", $"rows of {tenant}", $"media of {tenant}"],
            cluster.Remains.Done.Where(done => done.EndsWith($"of {tenant}", StringComparison.Ordinal))
        );
        Assert.Equal("tenant.erased", Cluster.Refused(await cluster.Grains.Erasure(tenant).Ask(new(tenant.Value), cluster.Ana())));
    }

    [Fact]
    public async Task goes_on_wherever_it_was_killed()
    {
        await Ask();
        cluster.Remains.Failures = 3; // after the keys, after the rows, and after the files
        cluster.Clock.Advance(TimeSpan.FromDays(7));

        await cluster.Until(
            async () =>
            {
                await cluster.Crash();
                return (await cluster.Names($"erasure-{tenant}")).Contains("erasure.certified.v1");
            },
            TimeSpan.FromSeconds(20)
        );

        Assert.Equal(["erasure.begun.v1", "erasure.keys_destroyed.v1", "erasure.certified.v1"], await cluster.Names($"erasure-{tenant}"));
    }

    [Fact]
    public async Task does_not_begin_while_something_is_plain()
    {
        cluster.Remains.Plain.Add(tenant);
        await Ask();
        cluster.Clock.Advance(TimeSpan.FromDays(7));
        cluster.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain($"keys of {tenant}", cluster.Remains.Done);

        cluster.Remains.Plain.Remove(tenant);

        await UntilCertified();
    }

    [Fact]
    public async Task can_be_cancelled_no_more_once_it_began()
    {
        await Ask();
        cluster.Clock.Advance(TimeSpan.FromDays(7));
        await cluster.Until(async () => (await cluster.Names($"erasure-{tenant}")).Contains("erasure.begun.v1"), TimeSpan.FromSeconds(20));

        Assert.Equal("tenant.erasure_begun", Cluster.Refused(await cluster.Grains.Erasure(tenant).Cancel(new(), cluster.Ana())));
    }

    private async Task Ask()
    {
        Assert.Equal(
            "tenant.erasure_unconfirmed",
            Cluster.Refused(await cluster.Grains.Erasure(tenant).Ask(new("everything"), cluster.Ana()))
        );
        Cluster.Accepted(await cluster.Grains.Erasure(tenant).Ask(new(tenant.Value), cluster.Ana()));
    }

    private Task UntilCertified() =>
        cluster.Until(async () => (await cluster.Names($"erasure-{tenant}")).Contains("erasure.certified.v1"), TimeSpan.FromSeconds(20));

    private async Task<List<Domain.DomainEvent>> Log() =>
        await cluster.Log.Read(StreamName.Of("erasure", tenant)).Select(recorded => recorded.Event).ToListAsync();
}
