using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Media;

/// <summary>A video that came whole into a file of this machine, and what it is.</summary>
/// <param name="Video">As its own boxes say.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record VideoIntake(VideoFile Video, string Sha256, long Bytes)
{
    private const int Piece = 128 * 1024;

    public string Extension => Video.Facts.Container is "mov" ? "mov" : "mp4";

    /// <summary>
    /// Writes what comes to a file, piece by piece, and looks at it: what a video is, its end may say. Rejected when it is none, when no kind of
    /// post takes it, or when it is too large; the file is the caller's to remove.
    /// </summary>
    public static async Task<Reply<VideoIntake>> Receive(Stream content, string into, long largest, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(into)!);
        await using var file = new FileStream(into, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, useAsync: true);
        if (await Copied(content, file, largest, ct) is not { } hash)
            return Rejected("too_large", $"The video is larger than {largest} bytes.");
        file.Flush(flushToDisk: true); // an event that names it is durable, so it must be
        var (video, flaw) = VideoFile.Read(file);
        if (video is null)
            return Rejected(flaw!.Code, flaw.Message);
        var intake = new VideoIntake(video, hash, file.Length);
        var broken = VideoRule.Broken(intake.Asset("", new Uri("about:blank"), ""), PostKind.Reel); // what a reel does not take, no other kind does
        return broken is null
            ? new Reply<VideoIntake>.Done(intake)
            : Rejected(broken.Code, $"Instagram would refuse the video: {broken.Message}");
    }

    public MediaAsset Asset(MediaKey key, Uri url) => Asset(key.Value, url, key.ContentType);

    private MediaAsset Asset(string key, Uri url, string contentType) =>
        new(key, url, contentType, Sha256, Bytes, Video.Width, Video.Height, Video.Facts);

    /// <summary>The checksum of what was copied; null when it was too much.</summary>
    private static async Task<string?> Copied(Stream content, Stream file, long largest, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        var length = 0L;
        while (await content.ReadAsync(piece, ct) is var read and > 0)
        {
            length += read;
            if (length > largest)
                return null;
            hash.AppendData(piece, 0, read);
            await file.WriteAsync(piece.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Reply<VideoIntake>.Rejected Rejected(string code, string message) =>
        new(new(ProblemClass.ContentRejected, code, message));
}
