using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether a silo answers, for a process that runs none.</summary>
internal sealed class ClusterHealth(IGrainFactory grains) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Answer.Within(
            async ct =>
            {
                var silos = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, ct);
                return HealthCheckResult.Healthy("answers", new Dictionary<string, object> { ["silos"] = silos.Count });
            },
            cancellationToken
        );
}
