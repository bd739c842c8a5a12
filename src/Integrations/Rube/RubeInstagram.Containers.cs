using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Rube;

/// <summary>How each kind of post becomes a container. A photo is what a container is when nothing else is said.</summary>
internal sealed partial class RubeInstagram
{
    public Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct)
    {
        var container = Holding(account, post.Media);
        switch (post.Kind)
        {
            case PostKind.Story:
                container["media_type"] = "STORIES"; // which take no caption
                break;
            case PostKind.Reel:
                container["media_type"] = "REELS";
                container["caption"] = post.Caption;
                break;
            default:
                container["caption"] = post.Caption;
                break;
        }
        return Make(account, options.Tools.CreateContainer, container, Effect.Creates, ct);
    }

    public Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct)
    {
        var item = Holding(account, file);
        item["is_carousel_item"] = true; // its caption is the carousel's
        return Make(account, options.Tools.CreateContainer, item, Effect.Creates, ct);
    }

    public Task<Reply<ContainerId>> CreateCarousel(
        InstagramAccount account,
        IReadOnlyList<ContainerId> children,
        string caption,
        CancellationToken ct
    )
    {
        var carousel = new JsonObject
        {
            ["ig_user_id"] = account.UserId,
            ["children"] = new JsonArray([.. children.Select(child => JsonValue.Create(child.Value))]),
            ["caption"] = caption,
        };
        return Make(account, options.Tools.CreateCarousel, carousel, Effect.Assembles, ct);
    }

    private static JsonObject Holding(InstagramAccount account, MediaAsset file) =>
        new() { ["ig_user_id"] = account.UserId, [file.IsVideo ? "video_url" : "image_url"] = file.Url.AbsoluteUri };

    private async Task<Reply<ContainerId>> Make(
        InstagramAccount account,
        string tool,
        JsonObject arguments,
        Effect effect,
        CancellationToken ct
    )
    {
        var reply = await Run(account, tool, arguments, effect, ct);
        return reply.Then<ContainerId>(data => data.Id("id", "creation_id", "container_id") is { } id ? new(new(id)) : null);
    }
}
