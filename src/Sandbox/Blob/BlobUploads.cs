using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Campaigns.Sandbox.Blob;

/// <summary>Uploads in parts that are under way. They are forgotten with the sandbox, as the vendor forgets unfinished ones.</summary>
internal sealed class BlobUploads(BlobFiles files)
{
    private const long SmallestPart = 5 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Upload> underWay = new();

    public (string UploadId, string Key) Create(string store, BlobPut put)
    {
        var upload = new Upload(store, put.Named() with { AddSuffix = false }, $"{store}/{put.Pathname}");
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        underWay[id] = upload;
        return (id, upload.Key);
    }

    public async Task<string> Receive(string store, HttpRequest request, CancellationToken ct)
    {
        var upload = Named(store, request);
        if (!int.TryParse(request.Headers["x-mpu-part-number"], CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000)
            throw BlobException.BadRequest("x-mpu-part-number is a number from 1 to 10000");
        var part = await files.Receive(request.Body, ct);
        var before = upload.Parts.GetValueOrDefault(number);
        upload.Parts[number] = part;
        if (before.File is { } old)
            File.Delete(old);
        return part.ETag;
    }

    public async Task<StoredBlob> Complete(string store, HttpRequest request, DateTimeOffset now, CancellationToken ct)
    {
        var upload = Named(store, request);
        var parts = await Told(request, ct);
        for (var i = 0; i < parts.Count; i++)
        {
            if (!upload.Parts.TryGetValue(parts[i].PartNumber, out var part) || part.ETag != parts[i].ETag)
                throw BlobException.BadRequest($"Part {parts[i].PartNumber} was not uploaded.");
            if (part.Size < SmallestPart && i < parts.Count - 1)
                throw BlobException.BadRequest("Parts but the last have at least 5 MB.");
        }
        var whole = await files.Join(parts.Select(part => upload.Parts[part.PartNumber].File), ct);
        var blob = files.Place(store, upload.Put, whole, now);
        underWay.TryRemove(request.Headers["x-mpu-upload-id"].ToString(), out _);
        foreach (var part in upload.Parts.Values)
            File.Delete(part.File);
        return blob;
    }

    private Upload Named(string store, HttpRequest request)
    {
        var key = Uri.UnescapeDataString(request.Headers["x-mpu-key"].ToString());
        return
            underWay.TryGetValue(request.Headers["x-mpu-upload-id"].ToString(), out var upload)
            && upload.Store == store
            && upload.Key == key
            ? upload
            : throw BlobException.BadRequest("There is no such upload.");
    }

    private static async Task<IReadOnlyList<Part>> Told(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var parts = await JsonSerializer.DeserializeAsync<List<Part>>(request.Body, JsonReply.Plain, ct);
            return parts is { Count: > 0 }
                ? [.. parts.OrderBy(part => part.PartNumber)] // clients tell them as they were done
                : throw BlobException.BadRequest("The list of parts is empty.");
        }
        catch (JsonException)
        {
            throw BlobException.BadRequest("The body is no list of parts.");
        }
    }

    private sealed record Part(string ETag, int PartNumber);

    private sealed record Upload(string Store, BlobPut Put, string Key)
    {
        public ConcurrentDictionary<int, (string File, long Size, string ETag)> Parts { get; } = new();
    }
}
