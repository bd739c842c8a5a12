using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_media_of_a_post
{
    [Theory]
    [InlineData(PostKind.Photo, "p", null)]
    [InlineData(PostKind.Photo, "v", "publication.media_kind")]
    [InlineData(PostKind.Photo, "pp", "publication.media_count")]
    [InlineData(PostKind.Reel, "v", null)]
    [InlineData(PostKind.Reel, "p", "publication.media_kind")]
    [InlineData(PostKind.Reel, "vv", "publication.media_count")]
    [InlineData(PostKind.Story, "p", null)]
    [InlineData(PostKind.Story, "v", null)]
    [InlineData(PostKind.Story, "pv", "publication.media_count")]
    [InlineData(PostKind.Carousel, "p", "publication.media_count")]
    [InlineData(PostKind.Carousel, "pv", null)]
    [InlineData(PostKind.Carousel, "vvvvvppppp", null)]
    [InlineData(PostKind.Carousel, "ppppppppppp", "publication.media_count")]
    public void must_be_what_its_kind_takes(PostKind kind, string files, string? refusal)
    {
        MediaAsset[] media = [.. files.Select(file => file == 'v' ? Film : Picture)];
        var decided = Given().When(Schedule(Flyer.With(media) with { Kind = kind }));

        if (refusal is null)
            decided.Then<PublicationEvent.Scheduled>(e => e.Content.AllMedia.SequenceEqual(media));
        else
            decided.ThenRefused(refusal, "itemId");
    }

    [Theory]
    [InlineData(PostKind.Reel, 900, null)]
    [InlineData(PostKind.Reel, 901, "video_length")]
    [InlineData(PostKind.Reel, 2.9, "video_length")]
    [InlineData(PostKind.Carousel, 900, null)]
    [InlineData(PostKind.Story, 60, null)]
    [InlineData(PostKind.Story, 61, "video_length")]
    public void lasts_as_long_as_its_kind_may(PostKind kind, double seconds, string? code) =>
        Assert.Equal(code, VideoRule.Broken(With(video => video with { Seconds = seconds }), kind)?.Code);

    [Theory]
    [InlineData(PostKind.Reel, 300_000_000, null)]
    [InlineData(PostKind.Reel, 300_000_001, "video_size")]
    [InlineData(PostKind.Story, 100_000_001, "video_size")]
    public void is_as_large_as_its_kind_may(PostKind kind, long bytes, string? code) =>
        Assert.Equal(code, VideoRule.Broken(Film with { Bytes = bytes }, kind)?.Code);

    [Theory]
    [InlineData(22.9, "frame_rate")]
    [InlineData(22.97, null)]
    [InlineData(23.976, null)]
    [InlineData(60, null)]
    [InlineData(60.0004, null)]
    [InlineData(120, "frame_rate")]
    public void has_as_many_frames_as_are_allowed(double rate, string? code) =>
        Assert.Equal(code, VideoRule.Broken(With(video => video with { FramesPerSecond = rate }), PostKind.Reel)?.Code);

    [Theory]
    [InlineData("mov", "hevc", null, null, null)]
    [InlineData("3gp4", "h264", "aac", 48_000, "video_container")]
    [InlineData("mp4", "av01", "aac", 48_000, "video_codec")]
    [InlineData("mp4", "h264", "mp4a.6b", 44_100, "audio_codec")]
    [InlineData("mp4", "h264", "aac", 96_000, "audio_rate")]
    public void is_encoded_as_is_allowed(string container, string codec, string? audio, int? hertz, string? code)
    {
        var film = With(video => video with { Container = container, Codec = codec, Audio = audio, AudioHz = hertz });

        Assert.Equal(code, VideoRule.Broken(film, PostKind.Reel)?.Code);
    }

    [Theory]
    [InlineData(1920, 1080, null)]
    [InlineData(1921, 1080, "video_width")]
    [InlineData(1920, 191, "video_ratio")]
    [InlineData(10, 1001, "video_ratio")]
    public void has_a_shape_that_is_allowed(int width, int height, string? code) =>
        Assert.Equal(code, VideoRule.Broken(Film with { Width = width, Height = height }, PostKind.Reel)?.Code);

    [Fact]
    public void is_refused_with_the_rule_the_value_and_the_place()
    {
        var slow = With(video => video with { FramesPerSecond = 12.5 });

        var refusal = MediaRule.Broken(PostKind.Carousel, [Picture, slow])!;

        Assert.Equal("publication.video_rule", refusal.Code);
        Assert.Equal(
            "Instagram would refuse the video: file 2 of the carousel: it has 12.5 frames a second; 23 to 60 are allowed.",
            refusal.Message
        );
    }

    [Fact]
    public void asks_nothing_of_pictures() => Assert.Null(VideoRule.Broken(Picture with { Width = 9000 }, PostKind.Photo));

    private static MediaAsset With(Func<VideoFacts, VideoFacts> change) => Film with { Video = change(Film.Video!) };

    private static Func<Publication, Decision<PublicationEvent>> Schedule(PostContent content) =>
        publication => PublicationDecider.Schedule(publication, new(content, Club, Wall(Ten), "Etc/UTC", Anna), ClubAccount, Nine);
}
