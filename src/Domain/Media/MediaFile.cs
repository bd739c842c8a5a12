namespace Campaigns.Domain.Media;

/// <summary>A stored file by itself.</summary>
/// <param name="Asset">What was uploaded; null of a file that was not.</param>
/// <param name="IsRemoved">Whether it was taken away.</param>
public sealed record MediaFile(MediaAsset? Asset, bool IsRemoved) : IFold<MediaFile, MediaFileEvent>
{
    /// <inheritdoc />
    public static MediaFile Initial { get; } = new(null, IsRemoved: false);

    /// <inheritdoc />
    public static int SnapshotVersion => 2;

    /// <inheritdoc />
    public static MediaFile Evolve(MediaFile state, MediaFileEvent happened) =>
        happened switch
        {
            MediaFileEvent.Uploaded e => state with { Asset = e.Media },
            MediaFileEvent.Removed => state with { IsRemoved = true },
            _ => state,
        };
}
