using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>Where pictures, videos and sounds are kept. Types are found from the content, never from a name.</summary>
public interface IMediaStore
{
    /// <summary>Stores a picture. Rejected when it is none that can be decoded (JPEG, PNG, WebP), or is too large.</summary>
    Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>
    /// Stores a video as it comes, never the whole of it in memory. Rejected when it is no MP4 or MOV, when no kind of post takes it, or when it
    /// is too large; then nothing is kept.
    /// </summary>
    Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct);

    /// <summary>Stores a sound. Rejected when it is no WAV file that plays, or is too large.</summary>
    Task<Reply<MediaAsset>> KeepSound(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>What is kept under a key; null when it is not this tenant's or not there.</summary>
    Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct);

    /// <summary>The bytes of a stored file, for serving it; null when there is none. Whoever has the unguessable key may read.</summary>
    Task<StoredMedia?> Open(string key, CancellationToken ct);

    /// <summary>Removes a file for good. That there is none, or that it is another tenant's, is no error: then nothing is done.</summary>
    Task<Reply<Removed>> Delete(TenantId tenant, string key, CancellationToken ct);

    /// <summary>What is kept, a page at a time and in no promised order. A file that comes or goes meanwhile may be missing.</summary>
    /// <param name="tenant">Whose; null for everybody's.</param>
    /// <param name="after">The page before said it, as <see cref="StoredFiles.Next"/>; null for the first.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<Reply<StoredFiles>> List(TenantId? tenant, string? after, CancellationToken ct);
}

/// <summary>A stored file to be read. Dispose the stream.</summary>
public sealed record StoredMedia(Stream Content, string ContentType);

/// <summary>A file is not there any more.</summary>
public readonly record struct Removed;

/// <summary>A kept file, as its store lists it: without looking inside.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Key">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="KeptAt">When it was stored; UTC, by the store's clock.</param>
public sealed record StoredFile(TenantId Tenant, string Key, long Bytes, DateTimeOffset KeptAt);

/// <summary>A page of files.</summary>
/// <param name="Files">May be none, though more follow.</param>
/// <param name="Next">What to ask the next page with; null when this was the last.</param>
public sealed record StoredFiles(IReadOnlyList<StoredFile> Files, string? Next);
