using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Instagram;

/// <summary>Takes media in: fetches it, refuses what Instagram refuses, and opens the container.</summary>
internal sealed class ContainerIntake(
    SandboxSettings settings,
    InstagramPlatform platform,
    MediaDownload download,
    MediaFiles files,
    FaultBook faults
)
{
    public async Task<MediaContainer> Open(InstagramAccount account, NewMedia media, Call call)
    {
        CaptionRules.Check(media.Caption);
        if (media.AltText?.Length > 1000)
            throw GraphErrors.AltTextTooLong();

        var type = TypeOf(media);
        var id = platform.NewId();
        var saysAiMade = false;
        if (media.Children is { } children)
            CheckChildren(account, children, media.ChildrenByUrl);
        else if (media.VideoUrl is { } video)
            files.Keep(id, await FetchVideo(video, isStory: type == "STORIES"));
        else
        {
            var photo = await FetchPhoto(media.ImageUrl ?? "", forFeed: type != "STORIES");
            saysAiMade = PhotoRules.SaysAiMade(photo);
            files.Keep(id, photo);
        }

        var container = WithFaults(call, New(id, account, type, media) with { SaysAiMade = saysAiMade });
        platform.Add(container);
        return container;
    }

    private static string TypeOf(NewMedia media) =>
        (media.MediaType, media) switch
        {
            (null or "CAROUSEL", { Children: not null }) => "CAROUSEL",
            ("STORIES", { Children: null }) => "STORIES",
            ("REELS", { VideoUrl: not null }) => "REELS",
            (null or "IMAGE", { ImageUrl: not null }) => "IMAGE",
            (null or "VIDEO", { VideoUrl: not null, IsCarouselItem: true }) => "VIDEO",
            _ => throw GraphErrors.UnknownMediaType(media.MediaType ?? "(none)"),
        };

    private void CheckChildren(InstagramAccount account, IReadOnlyList<string> children, bool justMade)
    {
        var now = settings.Clock.GetUtcNow();
        if (children.Count is < 2 or > 10)
            throw GraphErrors.CarouselInvalid("it needs 2 to 10 items");
        foreach (var child in children)
        {
            var item = platform.Container(account, child);
            if (!item.IsCarouselItem)
                throw GraphErrors.CarouselInvalid($"{child} was not made as a carousel item");
            switch (item.StatusAt(now))
            {
                case "EXPIRED":
                    throw GraphErrors.ContainerExpired(child);
                case "ERROR":
                    throw GraphErrors.ContainerNotFound(child);
                case "IN_PROGRESS" when !justMade:
                    throw GraphErrors.NotReady(child);
            }
        }
    }

    private async Task<byte[]> FetchPhoto(string url, bool forFeed)
    {
        var bytes = await download.Fetch(url, "image/", PhotoRules.MostBytes);
        PhotoRules.Check(bytes, forFeed);
        return bytes;
    }

    private async Task<byte[]> FetchVideo(string url, bool isStory)
    {
        var bytes = await download.Fetch(url, "video/", VideoRules.MostBytes(isStory));
        VideoRules.Check(bytes, isStory);
        return bytes;
    }

    private MediaContainer New(string id, InstagramAccount account, string type, NewMedia media)
    {
        var now = settings.Clock.GetUtcNow();
        var caption = type == "STORIES" ? "" : media.Caption;
        var isVideo = media.VideoUrl is not null && media.Children is null;
        var ready = now + (isVideo ? settings.VideoDelay : settings.ContainerDelay);
        foreach (var child in media.Children ?? [])
            ready = Later(ready, platform.Container(account, child).ReadyAt ?? DateTimeOffset.MaxValue);
        return new(id, account.Id, type, caption, media.Children ?? [], media.IsCarouselItem, now, ready, IsVideo: isVideo);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private MediaContainer WithFaults(Call call, MediaContainer container) =>
        faults.Take(call, "container_slow", "container_stuck", "container_error", "container_expires") switch
        {
            null => container,
            { Kind: "container_slow" } slow => container with { ReadyAt = container.CreatedAt.AddMilliseconds(slow.Ms!.Value) },
            { Kind: "container_expires" } brief => container with { LivesFor = TimeSpan.FromMilliseconds(brief.Ms!.Value) },
            { Kind: "container_stuck" } => container with { ReadyAt = null },
            var fault => container with { ErrorCode = fault.Code ?? -1, ErrorSubcode = fault.Subcode ?? 2207032 },
        };
}
