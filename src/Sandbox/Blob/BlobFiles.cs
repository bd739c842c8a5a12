using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Campaigns.Sandbox.Blob;

/// <summary>
/// The files of all stores, on disk, since a video must not fill the memory: below the data folder, or in a folder that is gone with the
/// sandbox. What the stores hold is known from lines appended to one file.
/// </summary>
internal sealed class BlobFiles : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly ConcurrentDictionary<(string Store, string Pathname), StoredBlob> blobs = new();
    private readonly Lock gate = new();
    private readonly JsonLines index;
    private readonly string folder;
    private readonly bool passing;

    public BlobFiles(SandboxSettings settings)
    {
        passing = settings.Data is null;
        folder = passing
            ? Directory.CreateTempSubdirectory("campaigns-sandbox-blob-").FullName
            : Directory.CreateDirectory(Path.Combine(settings.Data!, "blob")).FullName;
        index = JsonLines.In(settings, "blobs.jsonl");
        foreach (var line in index.Read<BlobLine>())
            if (line.Stored is { } stored)
                blobs[(line.Store, line.Pathname)] = stored;
            else
                blobs.TryRemove((line.Store, line.Pathname), out _);
    }

    /// <summary>The bytes as a file of their own, with their length and their tag.</summary>
    public async Task<(string File, long Size, string ETag)> Receive(Stream body, CancellationToken ct)
    {
        var path = Path.Combine(folder, RandomNumberGenerator.GetHexString(32, lowercase: true));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var piece = new byte[Piece];
        while (await body.ReadAsync(piece, ct) is var read and > 0)
        {
            hash.AppendData(piece, 0, read);
            await file.WriteAsync(piece.AsMemory(0, read), ct);
        }
        return (path, file.Length, $"\"{Convert.ToHexStringLower(hash.GetHashAndReset())[..32]}\"");
    }

    /// <summary>The parts, one behind the other, as a file.</summary>
    public async Task<(string File, long Size, string ETag)> Join(IEnumerable<string> parts, CancellationToken ct)
    {
        await using var joined = new JoinedFiles([.. parts]);
        return await Receive(joined, ct);
    }

    /// <summary>Puts a received file in its place, as one step.</summary>
    public StoredBlob Place(string store, BlobPut asked, (string File, long Size, string ETag) received, DateTimeOffset now)
    {
        var put = asked.Named();
        lock (gate)
        {
            var before = Find(store, put.Pathname);
            if (put.IfMatch is { } tag && before?.ETag != tag)
                throw new BlobException(412, "precondition_failed", "Precondition failed: ETag mismatch.");
            if (before is not null && !put.Overwrite && put.IfMatch is null)
                throw BlobException.BadRequest(
                    "This blob already exists, use `allowOverwrite: true` if you want to overwrite it. Or `addRandomSuffix: true` to generate a unique filename."
                );
            var blob = new StoredBlob(
                store,
                put.Pathname,
                put.ContentType,
                put.CacheSeconds,
                received.Size,
                received.ETag,
                now,
                received.File
            );
            blobs[(store, put.Pathname)] = blob;
            index.Append(new BlobLine(store, put.Pathname, blob));
            if (before is not null)
                File.Delete(before.File);
            return blob;
        }
    }

    public StoredBlob? Find(string store, string pathname) => blobs.GetValueOrDefault((store, pathname));

    public IEnumerable<StoredBlob> Of(string store, string prefix) =>
        blobs
            .Values.Where(blob => blob.Store == store && blob.Pathname.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Pathname, StringComparer.Ordinal);

    public void Remove(string store, string pathname)
    {
        lock (gate)
        {
            if (!blobs.TryRemove((store, pathname), out var blob))
                return;
            index.Append(new BlobLine(store, pathname, null));
            File.Delete(blob.File);
        }
    }

    public void Dispose()
    {
        if (passing)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a name of a store stands for from then on; null: nothing.</summary>
    internal sealed record BlobLine(string Store, string Pathname, StoredBlob? Stored);
}
