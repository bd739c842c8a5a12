using System.Collections.Immutable;
using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class A_publish_call : IAsyncLifetime
{
    private const int IntentAt = 4; // after the schedule: the container, its readiness, its place, the intent

    private static readonly ContainerId Container = new("c1");

    // Its own clock: these tests move it.
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task is_not_sent_by_a_process_that_stood_still_after_its_intent_and_was_overtaken()
    {
        var post = await ApprovedAndScheduled();
        var sentMeanwhile = -1;
        cluster.Log.AfterNext = (
            "publication",
            IntentAt - 1,
            async (stream, log) =>
            {
                cluster.Clock.Advance(TimeSpan.FromMinutes(4));
                var now = cluster.Clock.GetUtcNow();
                await Elsewhere(
                    log,
                    stream,
                    [
                        new PublicationEvent.FoundUnpublished(Container, now.AddMinutes(-2)),
                        new PublicationEvent.FoundUnpublished(Container, now.AddMinutes(-1)),
                        new PublicationEvent.PublishStarted(Container, 2, now),
                        new PublicationEvent.WentLive(new("m-elsewhere"), LiveProof.PublishReply, now),
                    ]
                );
                sentMeanwhile = cluster.Instagram.PublishCalls;
            }
        );

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));
        await cluster.Until(() => Task.FromResult(cluster.Clock.GetUtcNow() > Nine.AddMinutes(40)), TimeSpan.FromSeconds(30));

        Assert.Equal(0, sentMeanwhile);
        Assert.Equal(0, cluster.Instagram.PublishCalls); // the other process's call is not made here
        Assert.Equal(1, (await cluster.Names(post.Stream)).Count(name => name == "publication.went_live.v1"));
    }

    [Fact]
    public async Task is_kept_back_when_its_intent_took_too_long_and_the_platform_is_asked()
    {
        var post = await ApprovedAndScheduled();
        cluster.Log.AfterNext = (
            "publication",
            IntentAt - 1,
            (_, _) =>
            {
                cluster.Clock.Advance(PublishingPace.Default.SendWithin + TimeSpan.FromSeconds(1));
                return Task.CompletedTask;
            }
        );

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.outcome_unclear.v1"));
        Assert.Equal(0, cluster.Instagram.PublishCalls);
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        Assert.Equal(1, cluster.Instagram.PublishCalls);
        Assert.Equal(Container, Assert.Single(cluster.Instagram.Feed));
    }

    [Fact]
    public async Task that_is_sent_in_time_may_be_sent_until_well_before_its_deadline()
    {
        var post = await ApprovedAndScheduled();

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        var due = Nine.AddMinutes(20);
        Assert.InRange(cluster.Instagram.LastSendBy, due, due + TimeSpan.FromMinutes(1) + PublishingPace.Default.SendWithin);
    }

    private async Task<ReadyPost> ApprovedAndScheduled()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-24T09:20"), cluster.Ana()));
        return post;
    }

    private async Task Elsewhere(IEventStore log, StreamName stream, ImmutableArray<PublicationEvent> happened)
    {
        var version = 0L;
        await foreach (var recorded in log.Read(stream))
            version = recorded.Version;
        var metadata = new EventMetadata(ActorId.Publisher, cluster.Clock.GetUtcNow(), null, null, null, null, null);
        await log.Append(stream, version, [.. happened.Select(fact => new NewEvent(cluster.NewId(), fact, metadata))]);
    }
}
