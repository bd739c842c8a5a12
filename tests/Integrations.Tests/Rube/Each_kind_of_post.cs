using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Tests.Rube;

/// <summary>What is asked of Rube for it, argument by argument.</summary>
public sealed class Each_kind_of_post
{
    private static readonly MediaAsset Film = InstagramAtHand.Loaf.Media with
    {
        Url = new("https://media.example/loaf.mp4"),
        ContentType = "video/mp4",
        Video = new("mp4", "h264", null, null, 24, 4),
    };

    [Theory]
    [InlineData(
        PostKind.Photo,
        false,
        """{"ig_user_id":"17841400000000001","image_url":"https://media.example/loaf.jpg","caption":"Hi"}"""
    )]
    [InlineData(
        PostKind.Reel,
        true,
        """{"ig_user_id":"17841400000000001","video_url":"https://media.example/loaf.mp4","media_type":"REELS","caption":"Hi"}"""
    )]
    [InlineData(
        PostKind.Story,
        true,
        """{"ig_user_id":"17841400000000001","video_url":"https://media.example/loaf.mp4","media_type":"STORIES"}"""
    )]
    [InlineData(
        PostKind.Story,
        false,
        """{"ig_user_id":"17841400000000001","image_url":"https://media.example/loaf.jpg","media_type":"STORIES"}"""
    )]
    public async Task is_uploaded_with_what_it_takes_and_nothing_else(PostKind kind, bool isVideo, string arguments)
    {
        var post = InstagramAtHand.Loaf with { Caption = "Hi", Kind = kind };

        var asked = await Asked(instagram =>
            instagram.CreateContainer(InstagramAtHand.Bakery, isVideo ? post with { Media = Film } : post, CancellationToken.None)
        );

        Assert.Equal(("INSTAGRAM_CREATE_MEDIA_CONTAINER", arguments), asked);
    }

    [Theory]
    [InlineData(false, """{"ig_user_id":"17841400000000001","image_url":"https://media.example/loaf.jpg","is_carousel_item":true}""")]
    [InlineData(true, """{"ig_user_id":"17841400000000001","video_url":"https://media.example/loaf.mp4","is_carousel_item":true}""")]
    public async Task has_its_carousel_items_uploaded_by_themselves(bool isVideo, string arguments)
    {
        var asked = await Asked(instagram =>
            instagram.CreateCarouselItem(InstagramAtHand.Bakery, isVideo ? Film : InstagramAtHand.Loaf.Media, CancellationToken.None)
        );

        Assert.Equal(("INSTAGRAM_CREATE_MEDIA_CONTAINER", arguments), asked);
    }

    [Fact]
    public async Task has_its_carousel_put_together_in_order()
    {
        var asked = await Asked(instagram =>
            instagram.CreateCarousel(InstagramAtHand.Bakery, [new("c-3"), new("c-1"), new("c-2")], "Hi", CancellationToken.None)
        );

        Assert.Equal(
            ("INSTAGRAM_CREATE_CAROUSEL_CONTAINER", """{"ig_user_id":"17841400000000001","children":["c-3","c-1","c-2"],"caption":"Hi"}"""),
            asked
        );
    }

    [Theory]
    [InlineData(24, 2207006, "Rejected ContainerGone 24/2207006")]
    [InlineData(9007, 2207027, "Busy NotReady 9007/2207027")]
    [InlineData(100, 2207028, "Rejected ContentRejected 100/2207028")]
    public async Task says_when_a_carousel_cannot_be_put_together(int code, int subcode, string said)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Graph(code, subcode));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(said, (await at.Instagram.CreateCarousel(InstagramAtHand.Bakery, [new("c-1")], "Hi", CancellationToken.None)).Said());
    }

    private static async Task<(string Tool, string Arguments)> Asked(Func<IInstagram, Task<Domain.Reply<ContainerId>>> ask)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"c-1"}"""));
        await using var at = new InstagramAtHand(rube.Url);
        await ask(at.Instagram);
        var tools = Assert.Single(rube.Calls).Json.GetProperty("params").GetProperty("arguments").GetProperty("tools");
        var tool = Assert.Single(tools.EnumerateArray());
        return (tool.GetProperty("tool_slug").GetString()!, JsonSerializer.Serialize(tool.GetProperty("arguments")));
    }
}
