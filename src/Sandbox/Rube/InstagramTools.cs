using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>The Instagram toolkit, old names and their successors side by side.</summary>
internal sealed class InstagramTools
{
    private readonly ContainerIntake intake;
    private readonly InstagramPublishing publishing;
    private readonly InstagramQuestions questions;

    public InstagramTools(ContainerIntake intake, InstagramPublishing publishing, InstagramQuestions questions)
    {
        (this.intake, this.publishing, this.questions) = (intake, publishing, questions);
        BySlug = All().ToDictionary(tool => tool.Slug);
    }

    public IReadOnlyDictionary<string, InstagramTool> BySlug { get; }

    private IEnumerable<InstagramTool> All() => [.. Making(), .. Publishing(), .. Asking()];

    private InstagramTool[] Making() =>
        [
            new(
                "INSTAGRAM_CREATE_MEDIA_CONTAINER",
                "Creates a draft container for a photo, reel, story or carousel item.",
                InstagramTool.SchemaOf([
                    "ig_user_id!",
                    "image_url",
                    "video_url",
                    "caption",
                    "media_type",
                    "content_type",
                    "is_carousel_item:boolean",
                    "cover_url",
                ]),
                CreateContainer
            ),
            new(
                "INSTAGRAM_POST_IG_USER_MEDIA",
                "Creates a media container, or a carousel from its children.",
                InstagramTool.SchemaOf([
                    "ig_user_id!",
                    "image_url",
                    "video_url",
                    "caption",
                    "media_type",
                    "is_carousel_item:boolean",
                    "cover_url",
                    "alt_text",
                    "children:list",
                ]),
                CreateContainer
            ),
            new(
                "INSTAGRAM_CREATE_CAROUSEL_CONTAINER",
                "Creates a carousel container from children or from addresses.",
                InstagramTool.SchemaOf("ig_user_id!", "caption", "children:list", "child_image_urls:list", "child_video_urls:list"),
                CreateCarousel
            ),
        ];

    private InstagramTool[] Publishing() =>
        [
            new(
                "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH",
                "Publishes a media container.",
                InstagramTool.SchemaOf("ig_user_id!", "creation_id!", "max_wait_seconds:integer"),
                publishing.Publish
            ),
            new(
                "INSTAGRAM_CREATE_POST",
                "Publishes a media container (older name).",
                InstagramTool.SchemaOf("ig_user_id!", "creation_id!"),
                publishing.Publish
            ),
        ];

    private InstagramTool[] Asking() =>
        [
            new(
                "INSTAGRAM_GET_POST_STATUS",
                "Tells the status of a media container.",
                InstagramTool.SchemaOf("creation_id!"),
                questions.Status
            ),
            new(
                "INSTAGRAM_GET_IG_USER_CONTENT_PUBLISHING_LIMIT",
                "Tells how much of the publishing quota is used.",
                InstagramTool.SchemaOf("ig_user_id!", "fields"),
                questions.Quota
            ),
            new(
                "INSTAGRAM_GET_IG_MEDIA",
                "Gives one published media object.",
                InstagramTool.SchemaOf("ig_media_id!", "fields"),
                questions.Media
            ),
            new(
                "INSTAGRAM_GET_IG_USER_MEDIA",
                "Lists the account's published media, newest first.",
                InstagramTool.SchemaOf("ig_user_id!", "fields", "limit:integer"),
                questions.ListMedia
            ),
            new(
                "INSTAGRAM_GET_USER_INFO",
                "Tells who the connected account is.",
                InstagramTool.SchemaOf("ig_user_id", "fields"),
                questions.WhoAmI
            ),
        ];

    private async Task<JsonObject> CreateContainer(ToolRun run)
    {
        run.RefuseOthersAccount();
        var media = new NewMedia(
            run.Text("image_url"),
            run.Text("video_url"),
            run.Text("media_type") ?? ByContentType(run.Text("content_type")),
            run.Text("caption") ?? "",
            run.Text("alt_text"),
            run.Flag("is_carousel_item") || run.Text("content_type") == "carousel_item",
            run.List("children")
        );
        return new() { ["id"] = (await intake.Open(run.Account, media, run.Call)).Id };
    }

    private static string? ByContentType(string? contentType) =>
        contentType switch
        {
            "reel" => "REELS",
            "story" => "STORIES",
            "video" => "VIDEO",
            _ => null,
        };

    private async Task<JsonObject> CreateCarousel(ToolRun run)
    {
        run.RefuseOthersAccount();
        var named = run.List("children");
        var children = named ?? [.. await Task.WhenAll(ItemsByUrl(run).Select(item => OpenItem(run, item)))];
        var parent = new NewMedia(null, null, "CAROUSEL", run.Text("caption") ?? "", null, false, children, named is null);
        return new() { ["id"] = (await intake.Open(run.Account, parent, run.Call)).Id };
    }

    private static IEnumerable<NewMedia> ItemsByUrl(ToolRun run) =>
        [
            .. (run.List("child_image_urls") ?? []).Select(url => new NewMedia(url, null, null, "", null, true, null)),
            .. (run.List("child_video_urls") ?? []).Select(url => new NewMedia(null, url, null, "", null, true, null)),
        ];

    /// <summary>Faults for the tool strike its parent container, so its items go by no name.</summary>
    private async Task<string> OpenItem(ToolRun run, NewMedia item) => (await intake.Open(run.Account, item, new Call("instagram"))).Id;
}
