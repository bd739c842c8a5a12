namespace Campaigns.Domain.Media;

/// <summary>What can happen to a stored file by itself. What is made of it, others say.</summary>
public abstract record MediaFileEvent : DomainEvent
{
    private MediaFileEvent() { } // closed: every case is below

    /// <summary>Someone brought it.</summary>
    [EventName("mediafile.uploaded.v1")]
    public sealed record Uploaded(MediaAsset Media) : MediaFileEvent;

    /// <summary>It is taken away for good: the gallery does not show it, and its bytes are deleted.</summary>
    [EventName("mediafile.removed.v1")]
    public sealed record Removed(string Key) : MediaFileEvent;
}
