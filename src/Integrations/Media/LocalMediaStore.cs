using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Http;
using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>Pictures, videos and sounds in a folder, one file each and nothing beside it: all facts about one are in its bytes.</summary>
internal sealed partial class LocalMediaStore(MediaOptions options, TimeProvider clock) : IMediaStore
{
    private readonly string folder = Path.GetFullPath(options.Folder);

    public async Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var looked = PictureIntake.Look(bytes);
        if (looked is not Reply<PictureFacts>.Done { Value: var facts })
            return looked.PassOn<PictureFacts, MediaAsset>();
        var key = MediaKey.New(tenant, facts.Extension, clock.GetUtcNow());
        await Write(FileOf(key), bytes, ct);
        return new Reply<MediaAsset>.Done(PictureIntake.Asset(key, UrlOf(key), facts, bytes.Span));
    }

    public async Task<Reply<MediaAsset>> KeepSound(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var looked = SoundIntake.Look(bytes);
        if (looked is not Reply<AudioFacts>.Done { Value: var facts })
            return looked.PassOn<AudioFacts, MediaAsset>();
        var key = MediaKey.New(tenant, SoundIntake.Extension, clock.GetUtcNow());
        await Write(FileOf(key), bytes, ct);
        return new Reply<MediaAsset>.Done(SoundIntake.Asset(key, UrlOf(key), facts, bytes.Span));
    }

    public async Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct)
    {
        if (MediaKey.Parse(key) is not { } parsed || parsed.Tenant != tenant || !File.Exists(FileOf(parsed)))
            return null;
        if (parsed.IsVideo)
            return await FindVideo(parsed, ct);
        var bytes = await File.ReadAllBytesAsync(FileOf(parsed), ct);
        if (parsed.IsSound)
            return WaveFile.Read(bytes) is { } sound ? SoundIntake.Asset(parsed, UrlOf(parsed), sound, bytes) : null;
        using var data = SKData.CreateCopy(bytes);
        return PictureFacts.Of(data) is { } facts ? PictureIntake.Asset(parsed, UrlOf(parsed), facts, bytes) : null;
    }

    public Task<StoredMedia?> Open(string key, CancellationToken ct)
    {
        if (MediaKey.Parse(key) is not { } parsed || !File.Exists(FileOf(parsed)))
            return Task.FromResult<StoredMedia?>(null);
        var file = new FileStream(FileOf(parsed), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        return Task.FromResult<StoredMedia?>(new(file, parsed.ContentType));
    }

    private string FileOf(MediaKey key) => Path.Combine(folder, key.Value);

    /// <summary>Under another name first: a picture that can be seen is whole.</summary>
    private static async Task Write(string file, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.part";
        await using (var part = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1, useAsync: true))
        {
            await part.WriteAsync(bytes, ct);
            part.Flush(flushToDisk: true); // an event that names it is durable, so it must be
        }
        File.Move(unfinished, file);
    }

    private Uri UrlOf(MediaKey key) => new(options.BaseUrl, MediaOptions.Path + key.Value);
}
