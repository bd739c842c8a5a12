namespace Campaigns.Sandbox.Instagram;

/// <summary>Uploaded media on its way to becoming a post. <c>ReadyAt</c> null: it never will be. <c>LivesFor</c> null: a day.</summary>
internal sealed record MediaContainer(
    string Id,
    string AccountId,
    string MediaType,
    string Caption,
    IReadOnlyList<string> Children,
    bool IsCarouselItem,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReadyAt,
    int? ErrorCode = null,
    int? ErrorSubcode = null,
    string? MediaId = null,
    bool IsVideo = false,
    TimeSpan? LivesFor = null,
    bool SaysAiMade = false
)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public string StatusAt(DateTimeOffset now) =>
        MediaId is not null ? "PUBLISHED"
        : ErrorCode is not null && now >= ReadyAt ? "ERROR"
        : now >= CreatedAt + (LivesFor ?? Life) ? "EXPIRED"
        : ReadyAt is null || now < ReadyAt ? "IN_PROGRESS"
        : "FINISHED";

    public string StatusTextAt(DateTimeOffset now) =>
        StatusAt(now) switch
        {
            "PUBLISHED" => "Published: the media is live.",
            "ERROR" => $"Error: media processing failed with error code {ErrorSubcode ?? ErrorCode}.",
            "EXPIRED" => "Expired: the container was not published within 24 hours.",
            "IN_PROGRESS" => "In Progress: the media is being processed.",
            _ => "Finished: the media is ready to be published.",
        };
}
