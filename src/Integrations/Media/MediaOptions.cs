using Campaigns.Integrations.VercelBlob;

namespace Campaigns.Integrations.Media;

/// <summary>Where pictures, videos and sounds are kept, and how the platform gets at them.</summary>
/// <param name="Folder">On a disk that every process of the system sees. Made when it is not there.</param>
/// <param name="BaseUrl">Where the API is reached, without a path; files are served below <see cref="Path"/> there.</param>
public sealed record MediaOptions(string Folder, Uri BaseUrl)
{
    /// <summary>The path of a file is this and its key.</summary>
    public const string Path = "/media/";

    /// <summary>The largest picture file taken, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>The largest picture taken, in pixels: beyond it a small file could fill the memory.</summary>
    public const long LargestPicture = 50_000_000;

    /// <summary>The largest sound taken, in bytes: some 18 minutes of a voice as Gemini speaks it.</summary>
    public const int LargestSound = 50 * 1024 * 1024;

    /// <summary>The largest video taken, in bytes: what the platform takes, unless told otherwise.</summary>
    public long LargestVideo { get; init; } = Domain.Publications.VideoRule.Largest;

    /// <summary>Where files are kept instead; null: in the folder, which else is only where a video waits for being uploaded.</summary>
    public BlobOptions? Blob { get; init; }

    /// <summary>Whether a base address on this machine will do, as it does for a platform that is a stand-in on this machine.</summary>
    public bool LoopbackAllowed { get; init; }

    /// <summary>For finding out whether a file can be fetched.</summary>
    public TimeSpan ReachTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
