using Campaigns.Api.Limits;
using Campaigns.Integrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Api.Media;

/// <summary>Pictures and videos over plain HTTP: <c>POST /media</c> stores one, <c>GET /media/{key}</c> serves it, to the platform too.</summary>
public static class MediaEndpoint
{
    /// <summary>Maps both.</summary>
    public static void MapMedia(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/media", MediaUpload.Handle)
            .AddEndpointFilter<LimitedEndpoint>()
            .RequireAuthorization()
            .WithDisplayName("Media upload");
        endpoints.MapMethods("/media/{tenant}/{file}", ["GET", "HEAD"], Serve).AllowAnonymous().WithDisplayName("Media");
    }

    /// <summary>Whoever knows a file's unguessable key may see it. What stands under a key never changes.</summary>
    private static async Task Serve(HttpContext http, IMediaStore media, string tenant, string file)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (await media.Open($"{tenant}/{file}", http.RequestAborted) is not { } stored)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content = stored.Content;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // front ends live on other origins
        var tag = new EntityTagHeaderValue($"\"{file}\"");
        await Results.Stream(content, stored.ContentType, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(http);
    }
}
