using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Integrations.Models;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Writing_a_campaign : IAsyncLifetime
{
    private static readonly WritingOrder TwoPosts = new([new(Platform.Instagram, 2)], "pt-BR");
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task makes_posts_and_then_their_pictures()
    {
        var (tenant, id) = await Begun();

        await cluster.Until(async () => await Count(tenant, id, "campaign.item_illustrated.v1") == 2);

        Assert.Equal(1, await Count(tenant, id, "campaign.written.v1"));
        Assert.Equal(1, cluster.Studio.Writings);
    }

    [Fact]
    public async Task goes_on_after_its_grains_are_lost()
    {
        cluster.Log.FailNext("generation", committed: false);
        var (tenant, id) = await Begun();
        await cluster.Crash();

        await cluster.Until(async () => await Count(tenant, id, "campaign.item_illustrated.v1") == 2);

        Assert.Equal(1, await Count(tenant, id, "campaign.written.v1"));
    }

    [Fact]
    public async Task is_tried_again_when_the_model_is_busy()
    {
        cluster.Studio.AnswerNextWriting = new Reply<string>.Busy(new(ProblemClass.Throttled, "429", "Busy."), TimeSpan.FromSeconds(30));
        var (tenant, id) = await Begun();

        await cluster.Until(async () => await Count(tenant, id, "campaign.written.v1") == 1);

        Assert.Equal(2, cluster.Studio.Writings);
    }

    [Fact]
    public async Task fails_for_good_when_the_model_refuses()
    {
        cluster.Studio.AnswerNextWriting = new Reply<string>.Rejected(new(ProblemClass.ContentRejected, "SAFETY", "Blocked."));
        var (tenant, id) = await Begun();

        await cluster.Until(async () => await Count(tenant, id, "campaign.writing_failed.v1") == 1);

        Assert.Equal(1, cluster.Studio.Writings);
    }

    [Fact]
    public async Task looks_at_an_operation_again_after_its_grain_is_lost_and_begins_none_anew()
    {
        cluster.Studio.TakesTime = true;
        for (var n = 0; n < 6; n++)
            cluster.Studio.Looks.Enqueue(new MediaWork.Going("operation", 0.1 * n));
        var (tenant, id) = await Begun();
        await cluster.Until(async () => await OperationsOnRecord(tenant, id) == 2);
        await cluster.Crash();

        await cluster.Until(async () => await Count(tenant, id, "campaign.item_illustrated.v1") == 2);

        Assert.Equal(2, cluster.Studio.Begun);
    }

    [Theory]
    [InlineData(true, 8)] // longer than anybody waits in one call
    [InlineData(false, 2)]
    public async Task has_nothing_made_twice_because_a_file_could_not_be_kept_at_once(bool takesTime, int failures)
    {
        cluster.Studio.TakesTime = takesTime;
        for (var n = 0; n < failures; n++)
            cluster.Studio.Keeps.Enqueue(new Reply<MediaAsset>.Busy(new(ProblemClass.Transient, "http_503", "The store is away."), null));
        var (tenant, id) = await Begun();

        await cluster.Until(async () => await Count(tenant, id, "campaign.item_illustrated.v1") == 2);

        Assert.Empty(cluster.Studio.Keeps);
        Assert.Equal(2, cluster.Studio.Begun);
    }

    [Fact]
    public async Task sends_a_faulty_answer_back_once_and_then_takes_what_fits()
    {
        cluster.Studio.AnswerNextWriting = new Reply<string>.Done("""{"posts":[{"platform":"Instagram"}]}""");
        var (tenant, id) = await Begun();

        await cluster.Until(async () => await Count(tenant, id, "campaign.written.v1") == 1);

        Assert.Equal(2, cluster.Studio.Writings);
    }

    [Fact]
    public async Task cannot_be_asked_for_twice_at_a_time()
    {
        var tenant = cluster.NewTenant();
        var campaign = cluster.Grains.Campaign(tenant, new(cluster.NewId()));
        Accepted(await campaign.Create(new("Spring", "A brief.", null), cluster.Ana()));
        cluster.Studio.AnswerNextWriting = new Reply<string>.Busy(new(ProblemClass.Throttled, "429", "Busy."), TimeSpan.FromHours(1));
        Accepted(await campaign.RequestWriting(new(TwoPosts), cluster.Ana()));

        Assert.Equal("campaign.writing_under_way", Refused(await campaign.RequestWriting(new(TwoPosts), cluster.Ana())));
    }

    private async Task<(TenantId Tenant, CampaignId Id)> Begun()
    {
        var tenant = cluster.NewTenant();
        var id = new CampaignId(cluster.NewId());
        var campaign = cluster.Grains.Campaign(tenant, id);
        Accepted(await campaign.Create(new("Spring", "A brief.", null), cluster.Ana()));
        Accepted(await campaign.RequestWriting(new(TwoPosts), cluster.Ana()));
        return (tenant, id);
    }

    /// <summary>Of how many pictures it is written down what to ask the provider about them by.</summary>
    private async Task<int> OperationsOnRecord(TenantId tenant, CampaignId id)
    {
        var begun = 0;
        await foreach (var recorded in cluster.Log.Read(StreamName.Parse($"campaign-{tenant}/{id}")))
            if (recorded.Event is CampaignEvent.IllustrationRequested asked)
                begun += (await cluster.Names($"generation-{tenant}/{asked.Generation}")).Count(name =>
                    name == "generation.operation_begun.v1"
                );
        return begun;
    }

    private async Task<int> Count(TenantId tenant, CampaignId id, string name) =>
        (await cluster.Names($"campaign-{tenant}/{id}")).Count(stored => stored == name);
}
