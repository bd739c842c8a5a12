using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

/// <summary>A picture, a video and another picture, due in 47 minutes: two after its containers are begun.</summary>
public sealed class A_scheduled_carousel : IClassFixture<Cluster>
{
    private static readonly MediaAsset[] Files = [FakeStudio.Picture("first"), FakeStudio.Video("second"), FakeStudio.Picture("third")];

    private readonly Cluster cluster;
    private readonly DateTimeOffset due;
    private readonly int publishedBefore;
    private readonly int uploadedBefore;

    public A_scheduled_carousel(Cluster cluster)
    {
        this.cluster = cluster;
        cluster.Instagram.LooksAtVideos = 0;
        due = cluster.Clock.GetUtcNow().AddMinutes(47);
        (publishedBefore, uploadedBefore) = (cluster.Instagram.Feed.Count, cluster.Instagram.Files.Count);
    }

    [Fact]
    public async Task goes_out_once_at_its_time_with_its_files_in_order()
    {
        cluster.Instagram.LooksAtVideos = 3;
        var post = await Scheduled(PostKind.Carousel, Files);

        await UntilLive(post);

        Shows(Files);
        Assert.InRange(cluster.Clock.GetUtcNow(), due, due.AddMinutes(2));
        Assert.Equal(
            [
                "publication.scheduled.v1",
                "publication.child_container_created.v1",
                "publication.child_container_created.v1",
                "publication.child_container_created.v1",
                "publication.child_container_ready.v1",
                "publication.child_container_ready.v1",
                "publication.child_container_ready.v1",
                "publication.container_created.v1",
                "publication.container_ready.v1",
                "publication.slot_reserved.v1",
                "publication.publish_started.v1",
                "publication.went_live.v1",
            ],
            await cluster.Names(post.Stream)
        );
    }

    [Theory]
    [InlineData(2, true)] // the second file's container
    [InlineData(5, false)] // the second file's readiness
    [InlineData(7, true)] // the carousel's own container
    [InlineData(7, false)]
    public async Task goes_out_once_though_the_log_fails_at_an_append(int append, bool committed)
    {
        var post = await Scheduled(PostKind.Carousel, Files);
        cluster.Log.FailNext("publication", committed, skip: append - 1);

        await UntilLive(post);

        Shows(Files);
        Assert.Equal(0, cluster.Log.FaultsLeft);
    }

    [Fact]
    public async Task goes_on_with_the_first_missing_file_after_its_grain_is_lost()
    {
        cluster.Instagram.LooksAtVideos = 20;
        var post = await Scheduled(PostKind.Carousel, Files);
        await cluster.Until(
            async () => (await cluster.Names(post.Stream)).Contains("publication.child_container_ready.v1"),
            TimeSpan.FromSeconds(20)
        );
        await cluster.Crash();

        await UntilLive(post);

        Shows(Files);
        Assert.Equal(3, cluster.Instagram.Files.Count - uploadedBefore); // none was made twice
    }

    [Theory]
    [InlineData(PostKind.Reel, true)]
    [InlineData(PostKind.Story, true)]
    [InlineData(PostKind.Story, false)]
    public async Task shares_its_ways_with_a_post_of_one_file(PostKind kind, bool isVideo)
    {
        var file = isVideo ? Files[1] : Files[0];
        var post = await Scheduled(kind, file);

        await UntilLive(post);

        Assert.Equal(file, cluster.Instagram.Files[Assert.Single(cluster.Instagram.Feed.Skip(publishedBefore))]);
    }

    [Fact]
    public async Task is_refused_with_a_file_that_cannot_be_made_fit()
    {
        cluster.Studio.AnswerNextFitting = new Reply<MediaAsset>.Rejected(new(ProblemClass.ContentRejected, "damaged", "It is damaged."));
        var post = await Approved(PostKind.Carousel, Files);

        var refused = await cluster
            .Grains.Campaign(post.Tenant, post.Campaign)
            .SchedulePost(post.At($"{due:yyyy-MM-ddTHH:mm:ss}"), cluster.Ana());

        Assert.Equal("publication.media_unfit", Refused(refused));
        Assert.Equal("File 1: It is damaged.", Assert.IsType<Outcome.Refused>(refused).Refusal.Message);
    }

    [Fact]
    public async Task is_refused_with_fewer_files_than_a_carousel_takes()
    {
        var post = await Approved(PostKind.Carousel, Files[0]);

        var refused = await cluster
            .Grains.Campaign(post.Tenant, post.Campaign)
            .SchedulePost(post.At($"{due:yyyy-MM-ddTHH:mm:ss}"), cluster.Ana());

        Assert.Equal("publication.media_count", Refused(refused));
    }

    private void Shows(MediaAsset[] files)
    {
        var children = cluster.Instagram.Carousels[Assert.Single(cluster.Instagram.Feed.Skip(publishedBefore))];
        Assert.Equal(files, children.Select(child => cluster.Instagram.Files[child]));
    }

    private async Task<ReadyPost> Scheduled(PostKind kind, params MediaAsset[] files)
    {
        var post = await Approved(kind, files);
        Accepted(
            await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At($"{due:yyyy-MM-ddTHH:mm:ss}"), cluster.Ana())
        );
        return post;
    }

    private async Task<ReadyPost> Approved(PostKind kind, params MediaAsset[] files)
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.EditItem(new(post.Item, Kind: kind), cluster.Ana()));
        Accepted(await campaign.AttachMedia(new(post.Item, files[0], files[1..]), cluster.Ana()));
        Accepted(await campaign.Approve(new(post.Item, null, null), cluster.Ana()));
        return post;
    }

    private Task UntilLive(ReadyPost post) =>
        cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"), TimeSpan.FromMinutes(1));
}
