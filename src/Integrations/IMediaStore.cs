using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>Where pictures and videos are kept. Types are found from the content, never from a name.</summary>
public interface IMediaStore
{
    /// <summary>Stores a picture. Rejected when it is none that can be decoded (JPEG, PNG, WebP), or is too large.</summary>
    Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>
    /// Stores a video as it comes, never the whole of it in memory. Rejected when it is no MP4 or MOV, when no kind of post takes it, or when it
    /// is too large; then nothing is kept.
    /// </summary>
    Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct);

    /// <summary>What is kept under a key; null when it is not this tenant's or not there.</summary>
    Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct);

    /// <summary>The bytes of a stored file, for serving it; null when there is none. Whoever has the unguessable key may read.</summary>
    Task<StoredMedia?> Open(string key, CancellationToken ct);
}

/// <summary>A stored file to be read. Dispose the stream.</summary>
public sealed record StoredMedia(Stream Content, string ContentType);
