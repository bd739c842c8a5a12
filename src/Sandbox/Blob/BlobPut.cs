using System.Globalization;
using System.Security.Cryptography;

namespace Campaigns.Sandbox.Blob;

/// <summary>What the headers of a put ask for.</summary>
internal sealed record BlobPut(string Pathname, string ContentType, bool AddSuffix, bool Overwrite, long CacheSeconds, string? IfMatch)
{
    private const int LongestPathname = 950;
    private const long Month = 2_592_000;
    private const long Minute = 60;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".txt"] = "text/plain",
        [".json"] = "application/json",
    };

    public static BlobPut Of(HttpRequest request)
    {
        var pathname = request.Query["pathname"].ToString();
        if (pathname is "")
            throw BlobException.BadRequest("pathname is required");
        if (pathname.Length > LongestPathname)
            throw BlobException.BadRequest($"pathname is too long, maximum length is {LongestPathname}");
        if (pathname.Contains("//", StringComparison.Ordinal) || pathname.StartsWith('/'))
            throw BlobException.BadRequest("pathname cannot contain \"//\", nor begin with \"/\"");
        if (request.Headers["x-vercel-blob-access"] is [{ } access] && access is not ("public" or "private"))
            throw BlobException.BadRequest("access must be public or private");
        var type = request.Headers["x-content-type"].ToString();
        return new(
            pathname,
            type is not "" ? type : Types.GetValueOrDefault(Path.GetExtension(pathname), "application/octet-stream"),
            request.Headers["x-add-random-suffix"] == "1",
            request.Headers["x-allow-overwrite"] == "1",
            long.TryParse(request.Headers["x-cache-control-max-age"], CultureInfo.InvariantCulture, out var age)
                ? Math.Max(age, Minute)
                : Month,
            request.Headers["x-if-match"] is [{ } tag] ? tag : null
        );
    }

    /// <summary>Under the name it is stored by: <c>name-RANDOM.ext</c> when a suffix is wanted.</summary>
    public BlobPut Named()
    {
        if (!AddSuffix)
            return this;
        var extension = Path.GetExtension(Pathname);
        return this with { Pathname = $"{Pathname[..^extension.Length]}-{RandomNumberGenerator.GetHexString(30)}{extension}" };
    }
}
