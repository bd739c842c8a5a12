using Campaigns.Domain.History;

namespace Campaigns.Domain.Media;

/// <summary>What an event changed about a stored file.</summary>
public static class MediaFileChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(MediaFile before, MediaFileEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Changes.Between(Fields(before), Fields(MediaFile.Evolve(before, happened)));
    }

    private static IEnumerable<StateField> Fields(MediaFile file) => [new("file", file.IsRemoved ? null : Changes.Told(file.Asset))];
}
