using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Integrations.Models;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Calling_a_job_off : IAsyncLifetime
{
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task stops_it_at_the_provider_as_well_also_after_its_grain_was_lost(bool crash)
    {
        var (tenant, campaign, job) = await Drawing();
        await cluster.Until(async () => (await Names(tenant, job)).Contains("generation.operation_begun.v1"));
        if (crash)
            await cluster.Crash();

        Accepted(await cluster.Grains.Generation(tenant, job).Cancel(cluster.Ana()));
        await cluster.Until(async () => (await cluster.Names($"campaign-{tenant}/{campaign}")).Contains("campaign.illustration_failed.v1"));

        Assert.Equal(["operation-1"], cluster.Studio.Stopped);
        Assert.Equal(1, cluster.Studio.Begun);
        await NothingIsSetAside(tenant);
        Assert.Equal("generation.over", Refused(await cluster.Grains.Generation(tenant, job).Cancel(cluster.Ana())));
    }

    [Fact]
    public async Task twice_is_calling_it_off_once()
    {
        var (tenant, campaign, job) = await Drawing();
        await cluster.Until(async () => (await Names(tenant, job)).Contains("generation.operation_begun.v1"));
        var by = cluster.Ana();
        Accepted(await cluster.Grains.Generation(tenant, job).Cancel(by));
        Accepted(await cluster.Grains.Generation(tenant, job).Cancel(by));
        await cluster.Until(async () => (await cluster.Names($"campaign-{tenant}/{campaign}")).Contains("campaign.illustration_failed.v1"));

        Assert.Single(await Names(tenant, job), name => name == "generation.cancel_requested.v1");
        await NothingIsSetAside(tenant);
    }

    [Fact]
    public async Task that_nobody_asked_for_is_refused() =>
        Assert.Equal(
            "generation.not_found",
            Refused(await cluster.Grains.Generation(cluster.NewTenant(), new(cluster.NewId())).Cancel(cluster.Ana()))
        );

    [Fact]
    public async Task is_not_needed_where_there_is_no_money_for_it()
    {
        var tenant = cluster.NewTenant();
        Accepted(await cluster.Grains.Tenant(tenant).SetAiLimits(new(new(MicroUsd.Of(1), Soft: null)), cluster.Ana()));
        var (_, campaign, job) = await Drawing(tenant);

        await cluster.Until(async () => (await cluster.Names($"campaign-{tenant}/{campaign}")).Contains("campaign.illustration_failed.v1"));

        Assert.Equal(0, cluster.Studio.Begun);
        await foreach (var recorded in cluster.Log.Read(StreamName.Parse($"campaign-{tenant}/{campaign}")))
            if (recorded.Event is CampaignEvent.IllustrationFailed failed)
                Assert.Equal("ledger.tenant_limit_reached", failed.Problem.Code);
        await NothingIsSetAside(tenant);
    }

    /// <summary>A picture that a provider takes its time over.</summary>
    private async Task<(TenantId Tenant, CampaignId Campaign, GenerationId Job)> Drawing(TenantId? given = null)
    {
        cluster.Studio.TakesTime = true;
        for (var n = 0; n < 500; n++)
            cluster.Studio.Looks.Enqueue(new MediaWork.Going("operation"));
        var (tenant, id, item) = (given ?? cluster.NewTenant(), new CampaignId(cluster.NewId()), new ItemId(cluster.NewId()));
        var campaign = cluster.Grains.Campaign(tenant, id);
        Accepted(await campaign.Create(new("Spring", "A brief.", null), cluster.Ana()));
        Accepted(await campaign.AddItem(new(item, new(Platform.Instagram, new("Hello", ["spring"]))), cluster.Ana()));
        Accepted(await campaign.RequestIllustration(new(item, "A loaf", default), cluster.Ana()));
        await foreach (var recorded in cluster.Log.Read(StreamName.Parse($"campaign-{tenant}/{id}")))
            if (recorded.Event is CampaignEvent.IllustrationRequested asked)
                return (tenant, id, asked.Generation);
        throw new InvalidOperationException("Nothing was asked for.");
    }

    private Task<List<string>> Names(TenantId tenant, GenerationId job) => cluster.Names($"generation-{tenant}/{job}");

    private async Task NothingIsSetAside(TenantId tenant)
    {
        LedgerStanding? standing = null;
        await cluster.Until(async () =>
            (standing = await cluster.Grains.LedgerMonth(tenant, LedgerMonth.Of(Nine)).Standing()) is { Open: 0 }
        );
        Assert.Equal(MicroUsd.Zero, standing!.Reserved);
    }
}
