namespace Campaigns.Sandbox.Instagram;

/// <summary>What a caller asks Instagram to take in. <c>ChildrenByUrl</c>: the children were made a moment ago, for this carousel.</summary>
internal sealed record NewMedia(
    string? ImageUrl,
    string? VideoUrl,
    string? MediaType,
    string Caption,
    string? AltText,
    bool IsCarouselItem,
    IReadOnlyList<string>? Children,
    bool ChildrenByUrl = false
);
