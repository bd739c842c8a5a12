using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.History;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.History;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class A_tenants_history(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task tells_a_campaign_as_it_was_and_the_aggregate_goes_on()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var then = Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        var before = (await History(post.Tenant).Campaign(post.Campaign, Now))!;
        Accepted(await campaign.EditItem(new(post.Item, Caption: "Other words"), cluster.Ana()));

        var was = await History(post.Tenant).Campaign(post.Campaign, new Moment.Place(then.Position));
        var now = await History(post.Tenant).Campaign(post.Campaign, Now);

        var (old, other) = (was!.State.Find(post.Item)!, now!.State.Find(post.Item)!);
        Assert.Equal(
            ("Hello", ReviewState.Approved, post.Account),
            (old.Text.Caption, old.Review.State, old.Publications[post.Publication])
        );
        Assert.Equal(("Other words", ReviewState.Draft, 0), (other.Text.Caption, other.Review.State, other.Publications.Count));
        Assert.Equal(before.Last!.Version + 1, now.Last!.Version);
        Assert.Equal((1, "user_ana"), (now.First!.Version, now.First.By.Value));
    }

    [Fact]
    public async Task tells_the_settings_as_they_were()
    {
        var tenant = cluster.NewTenant();
        var first = Accepted(await cluster.Grains.Tenant(tenant).SetZone(new("Europe/Lisbon"), cluster.Ana()));
        Accepted(await cluster.Grains.Tenant(tenant).SetZone(new("Europe/Berlin"), cluster.Ana()));

        Assert.Equal("Etc/UTC", (await History(tenant).Settings(new Moment.Place("0"))).State.Zone);
        Assert.Equal("Europe/Lisbon", (await History(tenant).Settings(new Moment.Place(first.Position))).State.Zone);
        Assert.Equal("Europe/Berlin", (await History(tenant).Settings(Now)).State.Zone);
        Assert.Equal(new AsOf<Tenant>(Tenant.Initial), await History(cluster.NewTenant()).Settings(Now));
    }

    [Fact]
    public async Task knows_no_campaign_of_another_tenant()
    {
        var post = await cluster.ApprovedPost();

        Assert.Null(await History(cluster.NewTenant()).Campaign(post.Campaign, Now));
        Assert.Empty((await History(cluster.NewTenant()).Changes("campaign", post.Campaign.Uuid, [1])).Told);
    }

    [Fact]
    public async Task tells_what_each_event_changed()
    {
        var tenant = cluster.NewTenant();
        var id = new CampaignId(cluster.NewId());
        var campaign = cluster.Grains.Campaign(tenant, id);
        Accepted(await campaign.Create(new("Spring", "A brief.", null), cluster.Ana()));
        Accepted(await campaign.Rename(new("Summer"), cluster.Ana()));
        Accepted(await campaign.Rename(new("Autumn"), cluster.Ana()));

        var changes = await History(tenant).Changes("campaign", id.Uuid, [3, 1]);

        Assert.Null(changes.UntoldBecause);
        Assert.Equal([new Change("name", null, "Spring"), new("brief", null, "A brief.")], changes.Told[1]);
        Assert.Equal([new Change("name", "Summer", "Autumn")], changes.Told[3]);
        Assert.Equal(2, changes.Told.Count);
    }

    [Fact]
    public async Task says_so_where_it_does_not_tell()
    {
        var tenant = cluster.NewTenant();
        var id = cluster.NewId();
        Accepted(await cluster.Grains.Campaign(tenant, new(id)).Create(new("Spring", "A brief.", null), cluster.Ana()));

        var late = await History(tenant).Changes("campaign", id, [1, StreamHistory.MostEvents + 1]);
        var missing = await History(tenant).Changes("campaign", id, [1, 2]);

        Assert.Equal("Changes are told of the first 10000 events of a thing.", late.UntoldBecause);
        Assert.Equal("There is no such event.", missing.UntoldBecause);
        Assert.Equal([1], late.Told.Keys);
        Assert.Equal([1], missing.Told.Keys);
    }

    [Fact]
    public async Task tells_nothing_over_an_event_that_it_cannot_read()
    {
        var tenant = cluster.NewTenant();
        var id = cluster.NewId();
        await cluster.Log.Append(
            StreamName.Of("campaign", tenant, id.ToString()),
            0,
            [
                New(new CampaignEvent.Created("Spring", "A brief.", null)),
                New(new TenantEvent.Released()),
                New(new CampaignEvent.Renamed("Summer")),
            ]
        );

        var changes = await History(tenant).Changes("campaign", id, [1, 3]);

        Assert.Equal([1], changes.Told.Keys);
        Assert.Equal("Event 2 before it cannot be read by this version of the program.", changes.UntoldBecause);
        await Assert.ThrowsAsync<InvalidOperationException>(() => History(tenant).Campaign(new(id), Now));
    }

    [Fact]
    public async Task says_that_the_log_is_away()
    {
        var tenant = cluster.NewTenant();
        cluster.Log.Away = true;
        try
        {
            await Assert.ThrowsAsync<StoreAwayException>(() => History(tenant).Settings(Now));
        }
        finally
        {
            cluster.Log.Away = false;
        }
    }

    private static Moment Now => new Moment.Instant(DateTimeOffset.MaxValue);

    private IHistoryGrain History(TenantId tenant) => cluster.Grains.History(tenant);

    private NewEvent New(DomainEvent happened) => new(cluster.NewId(), happened, new(ActorId.Parse("user_ana"), Nine));
}
