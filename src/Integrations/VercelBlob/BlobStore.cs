using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>Put, head, list and delete of one store, and uploads in parts. Names are ours alone, so that a put may be repeated.</summary>
internal sealed class BlobStore(BlobClient client)
{
    /// <summary>The vendor takes no smaller part than 5 MB, but for the last.</summary>
    public const long PartSize = 8 * 1024 * 1024;

    private const int PartsAtOnce = 4;
    private const string Month = "2592000";

    /// <summary>Stores bytes under a name.</summary>
    /// <returns>Where they can be fetched.</returns>
    public async Task<Reply<Uri>> Put(string pathname, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        UrlOf(
            await client.Send(PutOf(pathname, contentType, () => new ReadOnlyMemoryContent(bytes)), Found(pathname, bytes.Length, ct), ct)
        );

    /// <summary>Stores a file of this machine under a name, a large one in parts.</summary>
    /// <returns>Where it can be fetched.</returns>
    public async Task<Reply<Uri>> PutFile(string pathname, string contentType, string file, long length, CancellationToken ct)
    {
        if (length > 2 * PartSize)
            return await PutInParts(pathname, contentType, file, length, ct);
        var put = PutOf(pathname, contentType, () => new FileSlice(file, 0, length));
        return UrlOf(await client.Send(put, Found(pathname, length, ct), ct));
    }

    /// <summary>What is stored under a name: <c>url</c>, <c>contentType</c>, <c>size</c>. Null when nothing is.</summary>
    public async Task<Reply<JsonElement?>> Head(string pathname, CancellationToken ct) =>
        await client.Send(new(HttpMethod.Get, $"?url={Uri.EscapeDataString(pathname)}"), null, ct) switch
        {
            Reply<JsonElement>.Done { Value: var there } => new Reply<JsonElement?>.Done(there),
            Reply<JsonElement>.Rejected { Problem.Code: BlobVerdict.NotFound } => new Reply<JsonElement?>.Done(null),
            var no => no.PassOn<JsonElement, JsonElement?>(),
        };

    /// <summary>Removes what is stored under these names; that there is nothing is no error.</summary>
    public async Task<Reply<Removed>> Delete(IReadOnlyList<string> pathnames, CancellationToken ct)
    {
        var call = new BlobCall(HttpMethod.Post, "/delete")
        {
            Body = () => JsonContent.Create(new { urls = pathnames }),
            AnswersNothing = true,
        };
        return (await client.Send(call, null, ct)).Map(_ => default(Removed));
    }

    /// <summary>A page of what is stored: <c>blobs</c>, and <c>cursor</c> while <c>hasMore</c>.</summary>
    public Task<Reply<JsonElement>> List(string prefix, string? cursor, CancellationToken ct)
    {
        var query = new StringBuilder("?limit=1000");
        if (prefix is not "")
            query.Append(CultureInfo.InvariantCulture, $"&prefix={Uri.EscapeDataString(prefix)}");
        if (cursor is not null)
            query.Append(CultureInfo.InvariantCulture, $"&cursor={Uri.EscapeDataString(cursor)}");
        return client.Send(new(HttpMethod.Get, query.ToString()), null, ct);
    }

    private async Task<Reply<Uri>> PutInParts(string pathname, string contentType, string file, long length, CancellationToken ct)
    {
        var begun = await client.Send(InParts(pathname, contentType, "create"), null, ct);
        if (begun is not Reply<JsonElement>.Done { Value: var upload })
            return begun.PassOn<JsonElement, Uri>();
        if (upload.Text("uploadId") is not { } id || upload.Text("key") is not { } key)
            return Senseless<Uri>();

        var count = (int)((length + PartSize - 1) / PartSize);
        var tags = new string[count];
        var no = new ConcurrentBag<Reply<JsonElement>>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, count),
                new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = stop.Token },
                async (part, token) =>
                {
                    var sent = await client.Send(PartOf(pathname, contentType, id, key, file, part, length), null, token);
                    if (sent is Reply<JsonElement>.Done { Value: var done } && done.Text("etag") is { } tag)
                        tags[part] = tag;
                    else
                    {
                        no.Add(sent);
                        await stop.CancelAsync(); // the other parts are of no more use
                    }
                }
            );
        }
        catch (OperationCanceledException) when (!no.IsEmpty && !ct.IsCancellationRequested)
        {
            return no.First() is Reply<JsonElement>.Done ? Senseless<Uri>() : no.First().PassOn<JsonElement, Uri>();
        }
        if (no.TryTake(out var refused))
            return refused is Reply<JsonElement>.Done ? Senseless<Uri>() : refused.PassOn<JsonElement, Uri>();
        return await Complete(pathname, contentType, id, key, tags, length, ct);
    }

    private async Task<Reply<Uri>> Complete(
        string pathname,
        string contentType,
        string id,
        string key,
        string[] tags,
        long length,
        CancellationToken ct
    )
    {
        var complete = InParts(pathname, contentType, "complete", ("x-mpu-upload-id", id), ("x-mpu-key", Uri.EscapeDataString(key))) with
        {
            Body = () => JsonContent.Create(tags.Select((etag, part) => new { etag, partNumber = part + 1 })),
            CarriesFile = true, // the other side puts the parts together meanwhile
        };
        return UrlOf(await client.Send(complete, Found(pathname, length, ct), ct));
    }

    private static BlobCall PartOf(string pathname, string contentType, string id, string key, string file, int part, long length)
    {
        var number = (part + 1).ToString(CultureInfo.InvariantCulture);
        var headers = new[] { ("x-mpu-upload-id", id), ("x-mpu-key", Uri.EscapeDataString(key)), ("x-mpu-part-number", number) };
        return InParts(pathname, contentType, "upload", headers) with
        {
            Body = () => new FileSlice(file, part * PartSize, Math.Min(PartSize, length - part * PartSize)),
            CarriesFile = true,
        };
    }

    private static BlobCall PutOf(string pathname, string contentType, Func<HttpContent> body) =>
        new(HttpMethod.Put, $"/?pathname={Uri.EscapeDataString(pathname)}")
        {
            Headers = HeadersOf(contentType),
            Body = body,
            CarriesFile = true,
        };

    private static BlobCall InParts(string pathname, string contentType, string action, params (string Name, string Value)[] more)
    {
        var headers = HeadersOf(contentType);
        headers["x-mpu-action"] = action;
        foreach (var (name, value) in more)
            headers[name] = value;
        return new(HttpMethod.Post, $"/mpu?pathname={Uri.EscapeDataString(pathname)}") { Headers = headers };
    }

    /// <summary>All said, since what the vendor does unasked has changed before.</summary>
    private static Dictionary<string, string> HeadersOf(string contentType) =>
        new()
        {
            ["x-content-type"] = contentType,
            ["x-add-random-suffix"] = "0",
            ["x-allow-overwrite"] = "1", // nobody else has the name: what is there is an earlier try of ours
            ["x-cache-control-max-age"] = Month,
        };

    /// <summary>Whether a put whose answer was lost had succeeded: our own name is there, as long as it should be.</summary>
    private Func<Task<JsonElement?>> Found(string pathname, long length, CancellationToken ct) =>
        async () =>
            await Head(pathname, ct) is Reply<JsonElement?>.Done { Value: { } there } && there.Number("size") == length ? there : null;

    private static Reply<Uri> UrlOf(Reply<JsonElement> reply) =>
        reply is not Reply<JsonElement>.Done { Value: var done } ? reply.PassOn<JsonElement, Uri>()
        : Uri.TryCreate(done.Text("url"), UriKind.Absolute, out var url) ? new Reply<Uri>.Done(url)
        : Senseless<Uri>();

    private static Reply<T> Senseless<T>() =>
        new Reply<T>.Busy(new(ProblemClass.Unfamiliar, "blob_answer", "The store of pictures and videos gave an answer without sense."));
}
