namespace Campaigns.Sandbox.Instagram;

/// <summary>Every "no" this Instagram can give.</summary>
internal static class GraphErrors
{
    public static GraphException NotYours(string id) => new(100, 33, $"Object with ID '{id}' does not exist or cannot be loaded.");

    public static GraphException TokenBad() => new(190, 463, "The access token has expired.");

    public static GraphException CaptionTooLong(string which) => new(100, 2207010, $"The caption breaks a limit: {which}.");

    public static GraphException UnknownMediaType(string type) => new(100, 2207023, $"The media type {type} is unknown.");

    public static GraphException CarouselInvalid(string why) => new(100, 2207028, $"The carousel is invalid: {why}.");

    public static GraphException AltTextTooLong() => new(100, null, "The alt text is longer than 1000 characters.");

    public static GraphException NotFetched(string why) => new(9004, 2207052, $"The media could not be fetched from this URI: {why}.");

    public static GraphException FetchTimedOut() => new(-2, 2207003, "It takes too long to download the media.", transient: true);

    public static GraphException ImageTooBig() => new(36000, 2207004, "The image is larger than 8 MiB.");

    public static GraphException FormatUnsupported(string format) =>
        new(36001, 2207005, $"The image format {format} is not supported; use JPEG.");

    public static GraphException RatioNotAllowed(int width, int height) =>
        new(36003, 2207009, $"The aspect ratio of {width}x{height} is not between 4:5 and 1.91:1.");

    public static GraphException VideoUnsupported(string why) => new(352, 2207026, $"The video format is not supported: {why}.");

    public static GraphException ContainerNotFound(string id) => new(24, 2207006, $"The media container {id} was not found.");

    public static GraphException ContainerExpired(string id) => new(24, 2207008, $"The media container {id} has expired.");

    public static GraphException NotReady(string id) => new(9007, 2207027, $"The media {id} is not ready for publishing.");

    public static GraphException QuotaReached() => new(9, 2207042, "The account has reached its publishing limit for now.");

    public static GraphException AlreadyPublished(string id) =>
        new(409, null, $"Conflict: the media container {id} has already been published.");
}
