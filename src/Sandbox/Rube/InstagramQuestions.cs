using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>The tools that only ask.</summary>
internal sealed class InstagramQuestions(InstagramPlatform platform, FaultBook faults, BaseAddress address, TimeProvider clock)
{
    public Task<JsonObject> Status(ToolRun run)
    {
        var container = platform.Container(run.Account, run.Required("creation_id"));
        var now = clock.GetUtcNow();
        // What is out is told as if it were not yet: the real one's statuses lag behind at times.
        if (container.StatusAt(now) == "PUBLISHED" && faults.Take(run.Call, "status_lies") is not null)
            container = container with { MediaId = null };
        return Answer(
            new()
            {
                ["id"] = container.Id,
                ["status_code"] = container.StatusAt(now),
                ["status"] = container.StatusTextAt(now),
            }
        );
    }

    public Task<JsonObject> Quota(ToolRun run)
    {
        run.RefuseOthersAccount();
        var config = new JsonObject { ["quota_total"] = platform.QuotaTotal, ["quota_duration"] = 86400 };
        var quota = new JsonObject { ["quota_usage"] = platform.Usage(run.Account), ["config"] = config };
        return Answer(new() { ["data"] = new JsonArray(quota) });
    }

    public Task<JsonObject> Media(ToolRun run)
    {
        var id = run.Required("ig_media_id");
        var media = platform.Feed(run.Account.Id).FirstOrDefault(media => media.Id == id);
        return Answer(Described(media ?? throw GraphErrors.NotYours(id)));
    }

    public Task<JsonObject> ListMedia(ToolRun run)
    {
        run.RefuseOthersAccount();
        var newest = platform.Feed(run.Account.Id).Take(Math.Clamp(run.Number("limit") ?? 25, 1, 100));
        return Answer(new() { ["data"] = new JsonArray([.. newest.Select(Described)]) });
    }

    public Task<JsonObject> WhoAmI(ToolRun run)
    {
        run.RefuseOthersAccount();
        return Answer(
            new()
            {
                ["id"] = run.Account.Id,
                ["username"] = run.Account.Username,
                ["account_type"] = "BUSINESS",
                ["media_count"] = platform.Feed(run.Account.Id).Count,
            }
        );
    }

    private static Task<JsonObject> Answer(JsonObject answer) => Task.FromResult(answer);

    private JsonObject Described(LiveMedia media) =>
        new()
        {
            ["id"] = media.Id,
            ["media_type"] =
                media.MediaType is "CAROUSEL" ? "CAROUSEL_ALBUM"
                : media.MediaType is "REELS" || media.IsVideo(0) ? "VIDEO"
                : "IMAGE",
            ["media_product_type"] =
                media.MediaType is "REELS" ? "REELS"
                : media.MediaType is "STORIES" ? "STORY"
                : "FEED",
            ["caption"] = media.Caption,
            ["permalink"] = media.Permalink,
            ["media_url"] = $"{address.Value}/_feed/{media.Id}{(media.IsVideo(0) ? ".mp4" : ".jpg")}",
            ["timestamp"] = media.Timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'"),
            ["username"] = media.Username,
        };
}
