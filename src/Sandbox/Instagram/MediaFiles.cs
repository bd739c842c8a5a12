using System.Collections.Concurrent;

namespace Campaigns.Sandbox.Instagram;

/// <summary>The pictures behind containers, for the feed: in memory, and under the data folder when there is one.</summary>
internal sealed class MediaFiles
{
    private readonly ConcurrentDictionary<string, byte[]> kept = new();
    private readonly string? folder;

    public MediaFiles(SandboxSettings settings)
    {
        folder = settings.Data is null ? null : Path.Combine(settings.Data, "media");
        if (folder is not null)
            Directory.CreateDirectory(folder);
    }

    public void Keep(string containerId, byte[] bytes)
    {
        if (folder is null)
            kept[containerId] = bytes;
        else
            File.WriteAllBytes(PathOf(containerId), bytes);
    }

    public byte[]? Find(string containerId) =>
        folder is null ? kept.GetValueOrDefault(containerId)
        : File.Exists(PathOf(containerId)) ? File.ReadAllBytes(PathOf(containerId))
        : null;

    private string PathOf(string containerId) => Path.Combine(folder!, Path.GetFileName(containerId));
}
