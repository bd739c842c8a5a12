using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace Campaigns.Sandbox.Blob;

/// <summary><c>/blob</c>: put, copy, head, list, delete, uploads in parts; and the files on their public addresses below <c>/blob/_files</c>.</summary>
internal static class BlobEndpoints
{
    private const int LargestPage = 1_000;

    public static IServiceCollection AddBlob(this IServiceCollection services) =>
        services.AddSingleton<BlobFiles>().AddSingleton<BlobUploads>().AddSingleton<BlobDoor>();

    public static void MapBlob(this IEndpointRouteBuilder routes)
    {
        var blob = routes.MapGroup("/blob");
        blob.MapPut(
            "/",
            (HttpContext http, BlobDoor door) =>
                http.Request.Query.ContainsKey("fromUrl")
                    ? door.Enter(http, "copy", store => Copy(http, store))
                    : door.Enter(http, "put", store => Put(http, store))
        );
        blob.MapGet(
            "/",
            (HttpContext http, BlobDoor door) =>
                http.Request.Query.ContainsKey("url")
                    ? door.Enter(http, "head", store => Head(http, store))
                    : door.Enter(http, "list", store => List(http, store))
        );
        blob.MapPost("/delete", (HttpContext http, BlobDoor door) => door.Enter(http, "delete", store => Delete(http, store)));
        blob.MapPost(
            "/mpu",
            (HttpContext http, BlobDoor door) =>
                door.Enter(http, $"mpu-{http.Request.Headers["x-mpu-action"]}", store => InParts(http, store))
        );
        blob.MapMethods("/_files/{store}/{**pathname}", ["GET", "HEAD"], Serve);
    }

    private static async Task<JsonObject> Put(HttpContext http, string store)
    {
        var put = BlobPut.Of(http.Request);
        http.AllowLargeBody();
        var files = http.Files();
        return await Answer(http, files.Place(store, put, await files.Receive(http.Request.Body, http.RequestAborted), http.Now()));
    }

    private static async Task<JsonObject> Copy(HttpContext http, string store)
    {
        var files = http.Files();
        var from = files.Find(store, http.PathnameOf(store, http.Request.Query["fromUrl"].ToString())) ?? throw BlobException.NotFound();
        await using var content = File.OpenRead(from.File);
        var received = await files.Receive(content, http.RequestAborted);
        return await Answer(http, files.Place(store, BlobPut.Of(http.Request), received, http.Now()));
    }

    private static async Task<JsonObject> Head(HttpContext http, string store)
    {
        var found =
            http.Files().Find(store, http.PathnameOf(store, http.Request.Query["url"].ToString())) ?? throw BlobException.NotFound();
        var shown = http.Shown(found);
        shown["size"] = found.Size;
        shown["cacheControl"] = $"public, max-age={found.CacheSeconds}";
        shown["uploadedAt"] = At(found.UploadedAt);
        await JsonReply.Write(http, 200, shown);
        return new() { ["pathname"] = found.Pathname };
    }

    private static async Task<JsonObject> List(HttpContext http, string store)
    {
        var query = http.Request.Query;
        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, LargestPage)
            : LargestPage;
        var (prefix, after) = (query["prefix"].ToString(), query["cursor"].ToString());
        var folded = query["mode"] == "folded";
        var all = http.Files().Of(store, prefix).ToList();
        var folders = all.Select(blob => FolderOf(blob.Pathname, prefix)).OfType<string>().Distinct().ToList();
        var listed = all.Where(blob => !folded || FolderOf(blob.Pathname, prefix) is null)
            .Where(blob => string.CompareOrdinal(blob.Pathname, after) > 0)
            .Take(limit + 1)
            .ToList();
        var hasMore = listed.Count > limit;
        var page = listed.Take(limit).ToList();
        var answer = new JsonObject { ["hasMore"] = hasMore, ["blobs"] = new JsonArray([.. page.Select(blob => Listed(http, blob))]) };
        if (hasMore)
            answer["cursor"] = page[^1].Pathname;
        if (folded)
            answer["folders"] = new JsonArray([.. folders.Select(folder => JsonValue.Create(folder))]);
        await JsonReply.Write(http, 200, answer);
        return new() { ["prefix"] = prefix, ["listed"] = page.Count };
    }

    private static async Task<JsonObject> Delete(HttpContext http, string store)
    {
        string[] urls;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body, JsonReply.Plain, http.RequestAborted);
            urls = [.. (body?["urls"] as JsonArray ?? throw BlobException.BadRequest("urls is required")).Select(url => url!.ToString())];
        }
        catch (JsonException)
        {
            throw BlobException.BadRequest("The body is no JSON.");
        }
        foreach (var url in urls)
            http.Files().Remove(store, http.PathnameOf(store, url));
        await JsonReply.Write(http, 200, null);
        return new() { ["urls"] = new JsonArray([.. urls.Select(url => JsonValue.Create(url))]) };
    }

    private static async Task<JsonObject> InParts(HttpContext http, string store)
    {
        var uploads = http.RequestServices.GetRequiredService<BlobUploads>();
        var told = new JsonObject { ["pathname"] = http.Request.Query["pathname"].ToString() };
        switch (http.Request.Headers["x-mpu-action"].ToString())
        {
            case "create":
                var (id, key) = uploads.Create(store, BlobPut.Of(http.Request));
                await JsonReply.Write(http, 200, new JsonObject { ["uploadId"] = id, ["key"] = key });
                return told;
            case "upload":
                http.AllowLargeBody();
                var tag = await uploads.Receive(store, http.Request, http.RequestAborted);
                await JsonReply.Write(http, 200, new JsonObject { ["etag"] = tag });
                told["part"] = http.Request.Headers["x-mpu-part-number"].ToString();
                return told;
            case "complete":
                return await Answer(http, await uploads.Complete(store, http.Request, http.Now(), http.RequestAborted));
            default:
                throw BlobException.BadRequest("x-mpu-action is create, upload or complete");
        }
    }

    private static async Task<JsonObject> Answer(HttpContext http, StoredBlob blob)
    {
        await JsonReply.Write(http, 200, http.Shown(blob));
        return new()
        {
            ["pathname"] = blob.Pathname,
            ["size"] = blob.Size,
            ["contentType"] = blob.ContentType,
        };
    }

    /// <summary>The public address: open to whoever knows it.</summary>
    private static IResult Serve(HttpContext http, BlobFiles files, string store, string pathname)
    {
        if (files.Find(store, pathname) is not { } blob)
            return Results.NotFound();
        http.Response.Headers.CacheControl = $"public, max-age={blob.CacheSeconds}";
        http.Response.Headers.ContentDisposition =
            http.Request.Query["download"] == "1"
                ? blob.Disposition.Replace("inline", "attachment", StringComparison.Ordinal)
                : blob.Disposition;
        return Results.File(blob.File, blob.ContentType, enableRangeProcessing: true);
    }

    private static JsonObject Shown(this HttpContext http, StoredBlob blob) =>
        new()
        {
            ["url"] = http.UrlOf(blob),
            ["downloadUrl"] = $"{http.UrlOf(blob)}?download=1",
            ["pathname"] = blob.Pathname,
            ["contentType"] = blob.ContentType,
            ["contentDisposition"] = blob.Disposition,
            ["etag"] = blob.ETag,
        };

    private static JsonObject Listed(HttpContext http, StoredBlob blob) =>
        new()
        {
            ["url"] = http.UrlOf(blob),
            ["downloadUrl"] = $"{http.UrlOf(blob)}?download=1",
            ["pathname"] = blob.Pathname,
            ["size"] = blob.Size,
            ["uploadedAt"] = At(blob.UploadedAt),
            ["etag"] = blob.ETag,
        };

    private static string? FolderOf(string pathname, string prefix) =>
        pathname.IndexOf('/', prefix.Length) is var slash and >= 0 ? pathname[..(slash + 1)] : null;

    private static string UrlOf(this HttpContext http, StoredBlob blob) =>
        http.FilesOf(blob.Store) + string.Join('/', blob.Pathname.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Of an address of ours, or of the pathname itself.</summary>
    private static string PathnameOf(this HttpContext http, string store, string urlOrPathname)
    {
        var ours = http.FilesOf(store);
        return urlOrPathname.StartsWith(ours, StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(urlOrPathname[ours.Length..].Split('?')[0])
            : urlOrPathname;
    }

    private static string FilesOf(this HttpContext http, string store) =>
        $"{http.RequestServices.GetRequiredService<BaseAddress>().Value}/blob/_files/{store}/";

    private static BlobFiles Files(this HttpContext http) => http.RequestServices.GetRequiredService<BlobFiles>();

    private static DateTimeOffset Now(this HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static void AllowLargeBody(this HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }
}
