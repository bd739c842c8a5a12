using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Media;

/// <summary>Videos, which go through memory piece by piece.</summary>
internal sealed partial class LocalMediaStore
{
    private const int Piece = 128 * 1024;

    public async Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct)
    {
        var unfinished = $"{FileOf(MediaKey.New(tenant, "mp4", clock.GetUtcNow()))}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(unfinished)!);
        try
        {
            await using var part = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, useAsync: true);
            if (await Copied(content, part, ct) is not { } hash)
                return Rejected("too_large", $"The video is larger than {options.LargestVideo} bytes.");
            part.Flush(flushToDisk: true); // an event that names it is durable, so it must be

            var (video, flaw) = VideoFile.Read(part);
            if (video is null)
                return Rejected(flaw!.Code, flaw.Message);
            var key = MediaKey.New(tenant, video.Facts.Container is "mov" ? "mov" : "mp4", clock.GetUtcNow());
            var asset = VideoAsset(key, video, hash, part.Length);
            if (VideoRule.Broken(asset, PostKind.Reel) is { } broken) // what a reel does not take, no other kind does
                return Rejected(broken.Code, $"Instagram would refuse the video: {broken.Message}");
            File.Move(unfinished, FileOf(key));
            return new Reply<MediaAsset>.Done(asset);
        }
        finally
        {
            File.Delete(unfinished); // nothing is there once it has its name
        }
    }

    private async Task<MediaAsset?> FindVideo(MediaKey key, CancellationToken ct)
    {
        await using var file = new FileStream(FileOf(key), FileMode.Open, FileAccess.Read, FileShare.Read, Piece, useAsync: true);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        return VideoFile.Read(file).Video is { } video ? VideoAsset(key, video, hash, file.Length) : null;
    }

    /// <summary>The checksum of what was copied; null when it was too much.</summary>
    private async Task<string?> Copied(Stream content, Stream part, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        var length = 0L;
        while (await content.ReadAsync(piece, ct) is var read and > 0)
        {
            length += read;
            if (length > options.LargestVideo)
                return null;
            hash.AppendData(piece, 0, read);
            await part.WriteAsync(piece.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private MediaAsset VideoAsset(MediaKey key, VideoFile video, string hash, long bytes) =>
        new(
            key.Value,
            new Uri(options.BaseUrl, MediaOptions.Path + key.Value),
            key.ContentType,
            hash,
            bytes,
            video.Width,
            video.Height,
            video.Facts
        );
}
