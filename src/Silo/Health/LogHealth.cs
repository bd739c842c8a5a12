using Campaigns.EventStore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether the log can be read.</summary>
internal sealed class LogHealth(IEventStore events) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Answer.Within(
            async ct =>
                HealthCheckResult.Healthy("answers", new Dictionary<string, object> { ["head"] = (await events.Head(ct)).ToString() }),
            cancellationToken
        );
}
