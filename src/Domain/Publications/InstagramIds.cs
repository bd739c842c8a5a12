using System.Text.Json.Serialization;

namespace Campaigns.Domain.Publications;

/// <summary>A media container at Instagram: uploaded content on its way to being published. Lives 24 hours.</summary>
[JsonConverter(typeof(StringIdJsonConverter<ContainerId>))]
public readonly record struct ContainerId(string Value) : IStringId<ContainerId>
{
    /// <inheritdoc />
    public static ContainerId Parse(string text) => new(text);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Published media at Instagram.</summary>
[JsonConverter(typeof(StringIdJsonConverter<MediaId>))]
public readonly record struct MediaId(string Value) : IStringId<MediaId>
{
    /// <inheritdoc />
    public static MediaId Parse(string text) => new(text);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>What the platform says of a container.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Problem">Why it failed, where the platform names a reason; its class says whether another container of the same media would do.</param>
public sealed record ContainerReading(ContainerStatus Status, Problem? Problem = null);

/// <summary>A container's <c>status_code</c>.</summary>
public enum ContainerStatus
{
    /// <summary>The platform is fetching or transcoding.</summary>
    InProgress,

    /// <summary>Ready to be published.</summary>
    Finished,

    /// <summary>Already out.</summary>
    Published,

    /// <summary>Failed: a new container is needed.</summary>
    Error,

    /// <summary>Not published within 24 hours: a new container is needed.</summary>
    Expired,
}
