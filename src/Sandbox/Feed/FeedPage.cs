using System.Net;
using System.Text;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Feed;

/// <summary>The Instagram feed as a page: pictures, captions, accounts, times; newest first.</summary>
internal static class FeedPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5"><title>Instagram (sandbox)</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; background: #fafafa; color: #222; margin: 0 auto; max-width: 480px; padding: 16px; }
        article { background: #fff; border: 1px solid #ddd; border-radius: 8px; margin: 0 0 20px; overflow: hidden; }
        header, p, footer { margin: 0; padding: 10px 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
        header { font-weight: 600; } footer { color: #777; font-size: 12px; }
        img, video { display: block; width: 100%; } small { color: #777; font-weight: 400; }
        </style></head><body><h1>Instagram (sandbox)</h1>
        """;

    public static string Of(IReadOnlyList<LiveMedia> feed)
    {
        var page = new StringBuilder(Head);
        if (feed is [])
            page.Append("<p>Nothing has been published yet.</p>");
        foreach (var media in feed)
            Append(page, media);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder page, LiveMedia media)
    {
        page.Append(
            $"<article><header>{Safe(media.Username)} <small>{KindOf(media)}{(media.SaysAiMade ? " · AI info" : "")}</small></header>"
        );
        for (var slide = 0; slide < media.Pictures.Count; slide++)
            page.Append(
                media.IsVideo(slide)
                    ? $"<video controls muted loop src=\"/_feed/{media.Id}.mp4?slide={slide}\"></video>"
                    : $"<img src=\"/_feed/{media.Id}.jpg?slide={slide}\" alt=\"{Safe(media.MediaType)}\">"
            );
        page.Append($"<p>{Safe(media.Caption)}</p><footer>{media.Timestamp:u} · {media.Id}</footer></article>");
    }

    private static string KindOf(LiveMedia media) =>
        media.MediaType switch
        {
            "CAROUSEL" => $"carousel of {media.Pictures.Count}",
            "REELS" => "reel",
            "STORIES" => "story",
            _ => "photo",
        };

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
