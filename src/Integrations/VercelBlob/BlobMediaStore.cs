using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Media;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>
/// Pictures, videos and sounds on Vercel Blob, each with a small file of its facts beside it (<c>KEY.json</c>), so that what it is need not be read
/// from a whole video. A video waits in a file of this machine until it has been looked at.
/// </summary>
internal sealed class BlobMediaStore(BlobStore store, BlobClient client, MediaOptions options, TimeProvider clock) : IMediaStore
{
    private const string FactsType = "application/json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var looked = PictureIntake.Look(bytes);
        if (looked is not Reply<PictureFacts>.Done { Value: var facts })
            return looked.PassOn<PictureFacts, MediaAsset>();
        var key = MediaKey.New(tenant, facts.Extension, clock.GetUtcNow());
        return await Put(key, bytes, url => PictureIntake.Asset(key, url, facts, bytes.Span), ct);
    }

    public async Task<Reply<MediaAsset>> KeepSound(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var looked = SoundIntake.Look(bytes);
        if (looked is not Reply<AudioFacts>.Done { Value: var facts })
            return looked.PassOn<AudioFacts, MediaAsset>();
        var key = MediaKey.New(tenant, SoundIntake.Extension, clock.GetUtcNow());
        return await Put(key, bytes, url => SoundIntake.Asset(key, url, facts, bytes.Span), ct);
    }

    public async Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct)
    {
        var waiting = Path.Combine(Path.GetFullPath(options.Folder), "uploads", $"{Guid.CreateVersion7(clock.GetUtcNow()):N}.part");
        try
        {
            var received = await VideoIntake.Receive(content, waiting, options.LargestVideo, ct);
            if (received is not Reply<VideoIntake>.Done { Value: var video })
                return received.PassOn<VideoIntake, MediaAsset>();
            var key = MediaKey.New(tenant, video.Extension, clock.GetUtcNow());
            var put = await store.PutFile(key.Value, key.ContentType, waiting, video.Bytes, ct);
            return put is Reply<Uri>.Done { Value: var url } ? await WithFacts(video.Asset(key, url), ct) : put.PassOn<Uri, MediaAsset>();
        }
        finally
        {
            File.Delete(waiting);
        }
    }

    public async Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct)
    {
        if (MediaKey.Parse(key) is not { } parsed || parsed.Tenant != tenant)
            return null;
        using var facts = await Fetch(FactsOf(parsed.Value), ct);
        return facts is null ? null : await Read(facts, ct);
    }

    public async Task<StoredMedia?> Open(string key, CancellationToken ct)
    {
        if (MediaKey.Parse(key) is not { } parsed || await Fetch(parsed.Value, ct) is not { } response)
            return null;
        return new(await response.Content.ReadAsStreamAsync(ct), parsed.ContentType); // it ends the response when it is disposed of
    }

    public async Task<Reply<Removed>> Delete(TenantId tenant, string key, CancellationToken ct) =>
        MediaKey.Parse(key) is { } parsed && parsed.Tenant == tenant
            ? await store.Delete([parsed.Value, FactsOf(parsed.Value)], ct)
            : new Reply<Removed>.Done(default);

    public async Task<Reply<StoredFiles>> List(TenantId? tenant, string? after, CancellationToken ct) =>
        (await store.List(tenant is { } one ? $"{one}/" : "", after, ct)).Map(page => new StoredFiles(
            [.. page.Member("blobs").Items().Select(Listed).OfType<StoredFile>()],
            page.IsTrue("hasMore") ? page.Text("cursor") : null
        ));

    private static string FactsOf(string key) => $"{key}.json";

    /// <summary>Null for what is none of our files, such as the facts of one.</summary>
    private static StoredFile? Listed(JsonElement blob) =>
        MediaKey.Parse(blob.Text("pathname")) is { } key
        && blob.Text("uploadedAt") is { } at
        && DateTimeOffset.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var kept)
            ? new(key.Tenant, key.Value, blob.Number("size") ?? 0, kept.ToUniversalTime())
            : null;

    private async Task<Reply<MediaAsset>> Put(MediaKey key, ReadOnlyMemory<byte> bytes, Func<Uri, MediaAsset> known, CancellationToken ct)
    {
        var put = await store.Put(key.Value, key.ContentType, bytes, ct);
        return put is Reply<Uri>.Done { Value: var url } ? await WithFacts(known(url), ct) : put.PassOn<Uri, MediaAsset>();
    }

    /// <summary>A file without its facts is none: nobody is told its name, and the sweep removes it.</summary>
    private async Task<Reply<MediaAsset>> WithFacts(MediaAsset asset, CancellationToken ct)
    {
        var facts = JsonSerializer.SerializeToUtf8Bytes(asset, Json);
        return (await store.Put(FactsOf(asset.Key), FactsType, facts, ct)).Map(_ => asset);
    }

    private async Task<HttpResponseMessage?> Fetch(string pathname, CancellationToken ct)
    {
        try
        {
            return await store.Head(pathname, ct) switch
            {
                Reply<JsonElement?>.Done { Value: null } => null,
                Reply<JsonElement?>.Done { Value: { } there } when Uri.TryCreate(there.Text("url"), UriKind.Absolute, out var url) =>
                    await client.Fetch(url, ct),
                _ => throw new MediaStoreUnavailableException("The store of pictures and videos does not say what it has."),
            };
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MediaStoreUnavailableException("The store of pictures and videos cannot be reached.", failure);
        }
    }

    private static async Task<MediaAsset> Read(HttpResponseMessage facts, CancellationToken ct)
    {
        try
        {
            await using var content = await facts.Content.ReadAsStreamAsync(ct);
            return await JsonSerializer.DeserializeAsync<MediaAsset>(content, Json, ct) ?? throw new JsonException("There are no facts.");
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException or HttpIOException)
        {
            throw new MediaStoreUnavailableException("What is kept of a file cannot be read.", failure);
        }
    }
}
