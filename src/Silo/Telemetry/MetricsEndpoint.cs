namespace Campaigns.Silo.Telemetry;

/// <summary>Maps <c>/metrics</c>.</summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    public static void MapMetrics(this WebApplication app)
    {
        var page = app.Services.GetRequiredService<MetricsPage>();
        app.MapPrometheusScrapingEndpoint(
                Path,
                meterProvider: null,
                configureBranchedPipeline: branch => branch.Use(next => http => page.Guard(http, next)),
                optionsName: null
            )
            .AllowAnonymous() // no session token: the page asks for one of its own
            .WithDisplayName("Metrics");
    }
}
