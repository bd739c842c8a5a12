using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Media;

/// <summary>Videos, which go through memory piece by piece.</summary>
internal sealed partial class LocalMediaStore
{
    private const int Piece = 128 * 1024;

    public async Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct)
    {
        var unfinished = $"{FileOf(MediaKey.New(tenant, "mp4", clock.GetUtcNow()))}.part";
        try
        {
            var received = await VideoIntake.Receive(content, unfinished, options.LargestVideo, ct);
            return received.Map(video =>
            {
                var key = MediaKey.New(tenant, video.Extension, clock.GetUtcNow());
                File.Move(unfinished, FileOf(key));
                return video.Asset(key, UrlOf(key));
            });
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
        return VideoFile.Read(file).Video is { } video ? new VideoIntake(video, hash, file.Length).Asset(key, UrlOf(key)) : null;
    }
}
