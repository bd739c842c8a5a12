using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.EventStore.Serialization;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Events;

/// <summary>Events that were stored when there were only photos have members more since; what does not need them is stored as it was.</summary>
public sealed class A_post_of_another_kind
{
    [Fact]
    public void is_stored_with_its_kind_and_all_its_files_and_read_back()
    {
        var read = Assert.IsType<PublicationEvent.Scheduled>(Again(ScheduledFor(Nine) with { Content = Album }));

        Assert.Equal(PostKind.Carousel, read.Content.Kind);
        Assert.Equal([Picture, Film, OtherPicture], read.Content.AllMedia);
        Assert.Equal(
            [Film, Picture],
            Assert.IsType<CampaignEvent.MediaAttached>(Again(new CampaignEvent.MediaAttached(First, Film, [Picture]))).AllMedia
        );
        Assert.Equal(
            PostKind.Story,
            Assert
                .IsType<CampaignEvent.ItemAdded>(Again(new CampaignEvent.ItemAdded(First, Draft with { Kind = PostKind.Story })))
                .Post.Kind
        );
    }

    [Fact]
    public void is_a_photo_with_one_picture_where_nothing_else_was_stored()
    {
        var stored = File.ReadAllBytes(Path.Combine(GoldenFile.Folder, "publication.scheduled.v1.json"));
        using var json = JsonDocument.Parse(stored);
        Assert.False(json.RootElement.GetProperty("content").TryGetProperty("kind", out _));

        var read = Assert.IsType<PublicationEvent.Scheduled>(new EventCodec().Decode("publication.scheduled.v1", stored));

        Assert.Equal(PostKind.Photo, read.Content.Kind);
        Assert.Equal([Picture], read.Content.AllMedia);
    }

    private static DomainEvent Again(DomainEvent happened)
    {
        var codec = new EventCodec();
        return codec.Decode(codec.NameOf(happened), EventCodec.Encode(happened));
    }
}
