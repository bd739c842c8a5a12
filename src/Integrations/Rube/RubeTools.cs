namespace Campaigns.Integrations.Rube;

/// <summary>The only tools that are ever called, by the names they go by today: the vendor renames them.</summary>
public sealed record RubeTools
{
    /// <summary>The tool of Rube's own that carries all others.</summary>
    public string Execute { get; init; } = "RUBE_MULTI_EXECUTE_TOOL";

    /// <summary>Whose token it is.</summary>
    public string WhoIs { get; init; } = "INSTAGRAM_GET_USER_INFO";

    /// <summary>Makes a container.</summary>
    public string CreateContainer { get; init; } = "INSTAGRAM_CREATE_MEDIA_CONTAINER";

    /// <summary>Makes a carousel's container of those of its files.</summary>
    public string CreateCarousel { get; init; } = "INSTAGRAM_CREATE_CAROUSEL_CONTAINER";

    /// <summary>Tells where a container stands.</summary>
    public string Status { get; init; } = "INSTAGRAM_GET_POST_STATUS";

    /// <summary>Makes a container public.</summary>
    public string Publish { get; init; } = "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH";

    /// <summary>Tells how much may still be published.</summary>
    public string Quota { get; init; } = "INSTAGRAM_GET_IG_USER_CONTENT_PUBLISHING_LIMIT";
}
