namespace Campaigns.Sandbox.Instagram;

/// <summary>What a caller asks Instagram to take in.</summary>
internal sealed record NewMedia(
    string? ImageUrl,
    string? VideoUrl,
    string? MediaType,
    string Caption,
    string? AltText,
    bool IsCarouselItem,
    IReadOnlyList<string>? Children
);
