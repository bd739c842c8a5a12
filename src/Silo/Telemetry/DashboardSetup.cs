using Campaigns.Api.Auth;
using Campaigns.Api.Operations;
using Microsoft.AspNetCore.Authorization;
using Orleans.Dashboard;

namespace Campaigns.Silo.Telemetry;

/// <summary>
/// Orleans' dashboard at <see cref="ClerkAuthentication.DashboardPath"/>, for those who operate the system (<c>SUPER_ADMINS</c>): it shows the grain keys of all tenants.
/// What it could show of their content is closed: the state of a grain, and the log as it is written.
/// </summary>
internal static class DashboardSetup
{
    private static readonly AuthorizationPolicy Operators = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.Resource is HttpContext http && http.Features.Get<Caller>() is { IsSuperAdmin: true })
        .Build();

    public static void Configure(DashboardOptions options)
    {
        options.HideTrace = true;
        options.CounterUpdateIntervalMs = 5_000;
    }

    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        var dashboard = endpoints.MapOrleansDashboard(ClerkAuthentication.DashboardPath);
        dashboard.RequireAuthorization(Operators).AddEndpointFilter(OnlyHowItRuns);
    }

    private static async ValueTask<object?> OnlyHowItRuns(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var looks = http.RequestServices.GetRequiredService<OperatorLooks>();
        if (!await looks.AdmitToPage(http.Features.Get<Caller>()!, "dashboard", http.RequestAborted))
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return http.Request.Path.StartsWithSegments($"{ClerkAuthentication.DashboardPath}/GrainState")
            ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : await next(context);
    }
}
