using System.Diagnostics;
using Campaigns.EventStore;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

[Collection(nameof(HeardAlone))]
public sealed class What_grains_tell : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);

    private readonly Cluster cluster = new();
    private readonly Heard heard = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        heard.Dispose();
    }

    [Fact]
    public async Task of_a_reminder_leads_in_one_trace_to_the_platform_call_and_links_to_the_request()
    {
        var request = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var post = await cluster.ApprovedPost();
        var by = cluster.Ana() with { CorrelationId = "asked-by-ana", TraceParent = $"00-{request.TraceId}-{request.SpanId}-01" };
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-24T09:20"), by));

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"), Step);

        var publish = Assert.Single(cluster.Instagram.PublishTraces);
        var ring = Assert.Single(heard.Named("reminder publication"), ring => ring.TraceId == publish);
        var steps = heard.About(post.Stream).Where(step => step.TraceId == publish).ToList();
        Assert.Contains(steps, step => step.ParentSpanId == ring.SpanId);
        Assert.Contains(steps, step => step.Links.Any(link => link.Context.TraceId == request.TraceId));

        await foreach (var recorded in cluster.Log.Read(StreamName.Parse(post.Stream)))
        {
            Assert.Equal("asked-by-ana", recorded.Metadata.CorrelationId);
            if (recorded.Name is "publication.publish_started.v1")
                Assert.Contains(publish.ToString(), recorded.Metadata.TraceParent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task counts_commands_verdicts_and_how_late_the_platform_was_called()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.SchedulePost(post.At("2026-11-24T09:20"), cluster.Ana()));
        Refused(await campaign.Rename(new(""), cluster.Ana()));

        await cluster.Until(
            () => Task.FromResult(heard.Numbers("campaigns.publication.verdicts", "campaigns.verdict=live").Count > 0),
            Step
        );

        Assert.Equal([1], heard.Numbers("campaigns.commands", "campaigns.aggregate=campaign campaigns.outcome=refused"));
        Assert.Equal([1], heard.Numbers("campaigns.commands", "campaigns.aggregate=publication campaigns.outcome=accepted"));
        Assert.InRange(Assert.Single(heard.Numbers("campaigns.publication.lateness", "campaigns.call=first")), 0, 60);
        Assert.NotEmpty(heard.Numbers("campaigns.reminders", "campaigns.aggregate=publication"));
    }

    [Fact]
    public async Task of_a_saga_belongs_to_the_request_also_after_its_grain_was_lost_and_while_nobody_listens()
    {
        heard.Dispose();
        var post = await cluster.ApprovedPost();
        var by = cluster.Ana() with
        {
            CorrelationId = "asked-by-ana",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        };
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-24T09:20"), by));
        await cluster.Crash();

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"), Step);

        await foreach (var recorded in cluster.Log.Read(StreamName.Parse(post.Stream)))
            Assert.Equal((by.CorrelationId, by.TraceParent), (recorded.Metadata.CorrelationId, recorded.Metadata.TraceParent));
    }
}
