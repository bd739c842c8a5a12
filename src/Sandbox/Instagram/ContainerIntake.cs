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
    private const int MostVideoBytes = 100 * 1024 * 1024;

    public async Task<MediaContainer> Open(InstagramAccount account, NewMedia media, Call call)
    {
        CaptionRules.Check(media.Caption);
        if (media.AltText?.Length > 1000)
            throw GraphErrors.AltTextTooLong();

        var type = TypeOf(media);
        var id = platform.NewId();
        if (media.Children is { } children)
            CheckChildren(account, children);
        else if (media.VideoUrl is { } video)
            CheckVideo(await download.Fetch(video, "video/", MostVideoBytes));
        else
            files.Keep(id, await FetchPhoto(media.ImageUrl ?? "", forFeed: type != "STORIES"));

        var container = WithFaults(call, New(id, account, type, media));
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

    private void CheckChildren(InstagramAccount account, IReadOnlyList<string> children)
    {
        if (children.Count is < 2 or > 10)
            throw GraphErrors.CarouselInvalid("it needs 2 to 10 items");
        foreach (var child in children)
            if (!platform.Container(account, child).IsCarouselItem)
                throw GraphErrors.CarouselInvalid($"{child} was not made as a carousel item");
    }

    private async Task<byte[]> FetchPhoto(string url, bool forFeed)
    {
        var bytes = await download.Fetch(url, "image/", PhotoRules.MostBytes);
        PhotoRules.Check(bytes, forFeed);
        return bytes;
    }

    /// <summary>MP4 and MOV both name their brand in a box called "ftyp" right at the start.</summary>
    private static void CheckVideo(byte[] bytes)
    {
        if (bytes.Length > MostVideoBytes || bytes.AsSpan(0, Math.Min(bytes.Length, 32)).IndexOf("ftyp"u8) < 0)
            throw GraphErrors.VideoUnsupported();
    }

    private MediaContainer New(string id, InstagramAccount account, string type, NewMedia media)
    {
        var now = settings.Clock.GetUtcNow();
        var caption = type == "STORIES" ? "" : media.Caption;
        return new(id, account.Id, type, caption, media.Children ?? [], media.IsCarouselItem, now, now + settings.ContainerDelay);
    }

    private MediaContainer WithFaults(Call call, MediaContainer container) =>
        faults.Take(call, "container_slow", "container_stuck", "container_error") switch
        {
            null => container,
            { Kind: "container_slow" } slow => container with { ReadyAt = container.CreatedAt.AddMilliseconds(slow.Ms!.Value) },
            { Kind: "container_stuck" } => container with { ReadyAt = null },
            var fault => container with { ErrorCode = fault.Code ?? -1, ErrorSubcode = fault.Subcode ?? 2207032 },
        };
}
