using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Feed;

/// <summary>What the world sees of Instagram: <c>/</c> for people, <c>/_feed</c> for tests.</summary>
internal static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext http, InstagramPlatform platform) => WritePage(http, platform));
        routes.MapGet(
            "/_feed",
            (HttpContext http, InstagramPlatform platform, string? account) => JsonReply.Write(http, platform.Feed(account))
        );
        routes.MapGet("/_feed/{mediaId}.jpg", Picture);
        routes.MapGet("/_feed/{mediaId}.mp4", Video);
    }

    private static Task WritePage(HttpContext http, InstagramPlatform platform) =>
        JsonReply.WriteText(http, StatusCodes.Status200OK, FeedPage.Of(platform.Feed()), "text/html; charset=utf-8");

    /// <summary>The picture of a post; <c>?slide=</c> counts from 0 in a carousel.</summary>
    private static IResult Picture(string mediaId, int? slide, InstagramPlatform platform, MediaFiles files) =>
        File(mediaId, slide, "image/jpeg", platform, files);

    /// <summary>The video of a post, counted likewise.</summary>
    private static IResult Video(string mediaId, int? slide, InstagramPlatform platform, MediaFiles files) =>
        File(mediaId, slide, "video/mp4", platform, files);

    private static IResult File(string mediaId, int? slide, string type, InstagramPlatform platform, MediaFiles files) =>
        platform.Feed().FirstOrDefault(media => media.Id == mediaId) is { } media
        && media.Pictures.ElementAtOrDefault(slide ?? 0) is { } container
        && files.Find(container) is { } bytes
            ? Results.Bytes(bytes, type, enableRangeProcessing: true)
            : Results.NotFound();
}
