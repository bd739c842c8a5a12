using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Publishing_now(Cluster cluster) : IClassFixture<Cluster>
{
    [Theory]
    [InlineData(-30)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task raced_against_the_due_second_publishes_once(int seconds)
    {
        var post = await cluster.ApprovedPost();
        var publication = cluster.Grains.Publication(post.Tenant, post.Publication);
        var due = cluster.Clock.GetUtcNow().AddMinutes(20);
        var when = $"{due:yyyy-MM-dd'T'HH:mm:ss}";
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At(when), cluster.Ana()));
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.container_ready.v1"));
        var before = cluster.Instagram.Feed.Count;
        cluster.Clock.Advance(due.AddSeconds(seconds) - cluster.Clock.GetUtcNow());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => publication.Reschedule(new(Time: null), cluster.Ana())));

        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"), TimeSpan.FromSeconds(1));
        Assert.All(
            outcomes.OfType<Outcome.Refused>(),
            no => Assert.Contains(no.Refusal.Code, (string[])["publication.under_way", "publication.live"])
        );
        Assert.Equal(before + 1, cluster.Instagram.Feed.Count);
        Assert.Single(await cluster.Names(post.Stream), name => name == "publication.publish_started.v1");
    }

    [Fact]
    public async Task while_the_publish_call_is_under_way_is_refused()
    {
        var post = await cluster.ApprovedPost();
        var publication = cluster.Grains.Publication(post.Tenant, post.Publication);
        var meanwhile = "";
        cluster.Instagram.BeforeNextPublish = async () => meanwhile = Refused(await publication.Reschedule(new(Time: null), cluster.Ana()));

        Accepted(
            await cluster
                .Grains.Campaign(post.Tenant, post.Campaign)
                .SchedulePost(new(post.Item, post.Publication, post.Account, Time: null), cluster.Ana())
        );
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"), TimeSpan.FromSeconds(1));

        Assert.Equal("publication.under_way", meanwhile);
    }
}
