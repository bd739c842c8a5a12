using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Campaigns.Integrations.Webhooks;

/// <summary>A sender whose sendings are measured: how long, and how they ended. Never where to, nor what.</summary>
internal sealed class WatchedSender(IWebhookSender sender) : IWebhookSender
{
    private static readonly Meter Meter = new(ProviderTelemetry.Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "campaigns.webhook.duration",
        "s",
        "Messages sent to webhooks, each attempt.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] }
    );

    public bool LoopbackAllowed => sender.LoopbackAllowed;

    public async Task<WebhookAnswer> Send(WebhookMessage message, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await sender.Send(message, ct);
        var outcome = answer switch
        {
            { Arrived: true } => "arrived",
            { Status: not null } => "refused",
            _ => "unreachable",
        };
        Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("campaigns.outcome", outcome));
        return answer;
    }
}
