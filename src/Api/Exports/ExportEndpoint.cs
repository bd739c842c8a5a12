using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Limits;
using Campaigns.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Campaigns.Api.Exports;

/// <summary><c>GET /export</c>: everything of the caller's tenant, as one archive. For who may also have it erased.</summary>
public static class ExportEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/export", Serve).AddEndpointFilter<LimitedEndpoint>().RequireAuthorization().WithDisplayName("Export");

    private static async Task Serve(
        HttpContext http,
        Caller caller,
        [FromServices] TenantArchive archive,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!caller.May(Permission.EraseTenant))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            var refused = RequestFailure.Forbidden(Permission.EraseTenant.Id());
            var extensions = new { code = refused.Code, permission = Permission.EraseTenant.Id() };
            await http.Response.WriteAsJsonAsync(new { errors = new[] { new { message = refused.Message, extensions } } });
            return;
        }
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{caller.Tenant}-{clock.GetUtcNow():yyyy-MM-dd}.zip\"";
        // What goes wrong once it has begun cuts the connection: half an archive is none, and says so when it is opened.
        await archive.Write(caller.Tenant, grains.Export(caller.Tenant).Events, http.Response.Body, http.RequestAborted);
    }
}
