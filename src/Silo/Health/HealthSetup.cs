using System.Text.Json;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work; 200 or 503, and why. Open to everyone, so it names
/// no address and no secret, loads the database no more however often it is asked, and tells its numbers on this machine only.
/// </summary>
internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The answer of a process that was told to stop: it still serves, and wants no more.</summary>
    private static readonly HealthReport Leaving = new(
        new Dictionary<string, HealthReportEntry>
        {
            ["process"] = new(HealthStatus.Unhealthy, "was told to stop", TimeSpan.Zero, exception: null, data: null),
        },
        TimeSpan.Zero
    );

    public static void AddCampaignsHealth(this IServiceCollection services, SiloSettings settings)
    {
        var checks = services.AddHealthChecks();
        checks.Add<DatabaseHealth>("database");
        if (settings.Runs(ProcessRoles.Silo))
        {
            checks.Add<LogHealth>("log");
            checks.Add<ProjectionsHealth>("projections");
            checks.Add<SweepHealth>("sweep");
            checks.Add<ModelsHealth>("models");
            checks.Add<SiloHealth>("orleans");
        }
        else
        {
            checks.Add<ClusterHealth>("orleans");
        }
    }

    /// <param name="endpoints">Where to.</param>
    /// <param name="publicAddress">Where the world reaches us; null: it does not. See <see cref="ThisMachine"/>.</param>
    public static void MapCampaignsHealth(this IEndpointRouteBuilder endpoints, Uri? publicAddress)
    {
        endpoints
            .MapHealthChecks(
                "/health/live",
                new() { Predicate = _ => false, ResponseWriter = (http, report) => Write(http, report, false) }
            )
            .AllowAnonymous();
        var readiness = new Readiness(
            endpoints.ServiceProvider.GetRequiredService<HealthCheckService>(),
            endpoints.ServiceProvider.GetRequiredService<TimeProvider>()
        );
        var stopping = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        endpoints.Map("/health/ready", http => Ready(http, readiness, publicAddress, stopping)).AllowAnonymous();
    }

    private static void Add<TCheck>(this IHealthChecksBuilder checks, string name)
        where TCheck : class, IHealthCheck => checks.AddTypeActivatedCheck<TCheck>(name, failureStatus: null, tags: [], timeout: Patience);

    private static async Task Ready(HttpContext http, Readiness readiness, Uri? publicAddress, CancellationToken stopping)
    {
        var report = stopping.IsCancellationRequested ? Leaving : await readiness.Report(http.RequestAborted);
        http.Response.StatusCode =
            report.Status is HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.Headers.CacheControl = "no-store";
        await Write(http, report, http.IsFromHere(publicAddress)); // the log's length and what waits in it are nobody else's business
    }

    private static Task Write(HttpContext http, HealthReport report, bool withNumbers) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                Status = Word(report.Status),
                Checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new
                    {
                        Status = Word(entry.Value.Status),
                        Says = entry.Value.Description,
                        Data = entry.Value.Data.Count > 0 && withNumbers ? entry.Value.Data : null,
                        Ms = Math.Round(entry.Value.Duration.TotalMilliseconds, 1),
                    }
                ),
            },
            JsonSerializerOptions.Web,
            http.RequestAborted
        );

    private static string Word(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "degraded",
            _ => "failing",
        };
}
