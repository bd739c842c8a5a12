using Campaigns.Domain.Campaigns;
using Campaigns.EventStore;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class A_command(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly CreateCampaign Spring = new("Spring", "A brief.", null);

    [Fact]
    public async Task repeated_with_its_id_gives_its_first_outcome()
    {
        var campaign = cluster.Grains.Campaign(cluster.NewTenant(), new(cluster.NewId()));
        var first = await campaign.Create(Spring, cluster.Ana("create-1"));
        Accepted(await campaign.Rename(new("Summer"), cluster.Ana()));

        Assert.Equal(first, await campaign.Create(Spring, cluster.Ana("create-1")));
    }

    [Fact]
    public async Task with_a_used_id_and_another_body_is_refused()
    {
        var campaign = cluster.Grains.Campaign(cluster.NewTenant(), new(cluster.NewId()));
        Accepted(await campaign.Create(Spring, cluster.Ana("create-1")));

        Assert.Equal("command.id_reused", Refused(await campaign.Create(Spring with { Name = "Autumn" }, cluster.Ana("create-1"))));
        Assert.Equal("command.id_reused", Refused(await campaign.Rename(new("Autumn"), cluster.Ana("create-1"))));
    }

    [Fact]
    public async Task whose_answer_was_lost_gives_its_first_outcome_when_repeated()
    {
        var tenant = cluster.NewTenant();
        var id = new CampaignId(cluster.NewId());
        var campaign = cluster.Grains.Campaign(tenant, id);
        cluster.Log.FailNext("campaign", committed: true);

        Assert.IsType<Outcome.Unavailable>(await campaign.Create(Spring, cluster.Ana("create-1")));
        Assert.Equal(1, Accepted(await campaign.Create(Spring, cluster.Ana("create-1"))).Version);
        Assert.Equal(["campaign.created.v1"], await cluster.Names($"campaign-{tenant}/{id}"));
    }

    [Fact]
    public async Task that_was_never_committed_is_carried_out_when_repeated()
    {
        var campaign = cluster.Grains.Campaign(cluster.NewTenant(), new(cluster.NewId()));
        cluster.Log.FailNext("campaign", committed: false);

        Assert.IsType<Outcome.Unavailable>(await campaign.Create(Spring, cluster.Ana("create-1")));
        Assert.Equal(1, Accepted(await campaign.Create(Spring, cluster.Ana("create-1"))).Version);
    }

    [Fact]
    public async Task while_the_log_is_away_ends_as_unavailable_and_the_grain_recovers_by_itself()
    {
        var campaign = cluster.Grains.Campaign(cluster.NewTenant(), new(cluster.NewId()));
        Accepted(await campaign.Create(Spring, cluster.Ana()));
        cluster.Log.Away = true;
        var during = await campaign.Rename(new("Summer"), cluster.Ana("rename-1"));
        cluster.Log.Away = false;

        Assert.IsType<Outcome.Unavailable>(during);
        Accepted(await campaign.Rename(new("Summer"), cluster.Ana("rename-1")));
    }

    [Fact]
    public async Task that_lost_a_race_is_decided_again_on_what_won()
    {
        var tenant = cluster.NewTenant();
        var id = new CampaignId(cluster.NewId());
        var campaign = cluster.Grains.Campaign(tenant, id);
        Accepted(await campaign.Create(Spring, cluster.Ana()));
        var elsewhere = new CampaignEvent.Renamed("Winter");
        await cluster.Log.Append(
            StreamName.Parse($"campaign-{tenant}/{id}"),
            1,
            [new(cluster.NewId(), elsewhere, new(cluster.Ana().Actor, Nine))]
        );

        Assert.Equal(2, Accepted(await campaign.Rename(new("Winter"), cluster.Ana())).Version); // nothing left to do
        Assert.Equal(3, Accepted(await campaign.Rename(new("Summer"), cluster.Ana())).Version);
    }

    [Fact]
    public async Task is_remembered_after_a_crash_beyond_a_snapshot()
    {
        var tenant = cluster.NewTenant();
        var campaign = cluster.Grains.Campaign(tenant, new(cluster.NewId()));
        Accepted(await campaign.Create(Spring, cluster.Ana()));
        var first = await campaign.Rename(new("Name 0"), cluster.Ana($"{tenant}-rename-0"));
        for (var n = 1; n <= 150; n++)
            Accepted(await campaign.Rename(new($"Name {n}"), cluster.Ana($"{tenant}-rename-{n}")));
        await cluster.Crash();

        Assert.Equal(first, await campaign.Rename(new("Name 0"), cluster.Ana($"{tenant}-rename-0")));
        Assert.Equal(153, Accepted(await campaign.Rename(new("Last"), cluster.Ana())).Version);
    }
}
