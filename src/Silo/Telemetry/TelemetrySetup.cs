using System.Reflection;
using Campaigns.Silo.Configuration;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Campaigns.Silo.Telemetry;

/// <summary>
/// Traces and metrics. Metrics are kept for <see cref="MetricsPage"/> always; both are sent away by OTLP once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// says where to, under OpenTelemetry's own variables. Without it no span is ever made.
/// </summary>
internal static class TelemetrySetup
{
    private const string ServiceName = "campaigns-silo";

    /// <summary>
    /// Sources of spans that tell a request's or a saga's way. Not Orleans' own machinery (Microsoft.Orleans.Runtime): it would begin a trace
    /// at each tick of a timer.
    /// </summary>
    private static readonly string[] Spans =
    [
        "Campaigns.Api",
        "Campaigns.EventStore",
        "Campaigns.Grains",
        "Campaigns.Integrations",
        "Campaigns.Projections",
        "Microsoft.Orleans.Application",
    ];

    private static readonly string[] Meters =
    [
        "Campaigns.Api",
        "Campaigns.EventStore",
        "Campaigns.Grains",
        "Campaigns.Integrations",
        "Campaigns.Projections",
        SweepMetrics.Name,
        "Npgsql",
    ];

    public static void AddTelemetry(this IServiceCollection services, SiloSettings settings)
    {
        services.AddSingleton<MetricsPage>();
        // Not with baggage, the usual one: the instrumentation of HTTP leaves headers to .NET only then, where OwnTraces decides.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        if (settings.Runs(ProcessRoles.Silo))
            services.AddHostedService<SweepMetrics>();
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .AddService(ServiceName, serviceNamespace: "campaigns", serviceVersion: Version, serviceInstanceId: Instance(settings))
                    .AddEnvironmentVariableDetector() // whoever names the service otherwise is right
            )
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation();
                metrics.AddPrometheusExporter();
                if (settings.Telemetry.Export)
                    metrics.AddOtlpExporter();
            });
        if (settings.Telemetry.Export)
            telemetry.WithTracing(traces =>
                traces
                    .AddSource(Spans)
                    .AddAspNetCoreInstrumentation(WebSpans.Incoming)
                    .AddHttpClientInstrumentation(WebSpans.Outgoing)
                    .AddNpgsql()
                    .AddOtlpExporter()
            );
    }

    private static string Version =>
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    // Two silos on one machine differ by their ports, two machines by their addresses.
    private static string Instance(SiloSettings settings) =>
        $"{Environment.MachineName}:{settings.Cluster.Address}:{settings.Cluster.SiloPort}:{settings.Roles}".ToLowerInvariant();
}
