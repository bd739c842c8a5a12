namespace Campaigns.Sandbox.Blob;

/// <summary>A stored file of one store; <c>File</c> is where its bytes are on this machine.</summary>
internal sealed record StoredBlob(
    string Store,
    string Pathname,
    string ContentType,
    long CacheSeconds,
    long Size,
    string ETag,
    DateTimeOffset UploadedAt,
    string File
)
{
    public string Disposition => $"inline; filename=\"{Pathname[(Pathname.LastIndexOf('/') + 1)..]}\"";
}
