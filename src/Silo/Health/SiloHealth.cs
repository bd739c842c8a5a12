using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether this silo is an active member of its cluster.</summary>
internal sealed class SiloHealth(ISiloStatusOracle membership) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silos = membership.GetApproximateSiloStatuses(onlyActive: true).Count;
        return Task.FromResult(
            membership.CurrentStatus is SiloStatus.Active
                ? HealthCheckResult.Healthy("active", new Dictionary<string, object> { ["silos"] = silos })
                : HealthCheckResult.Unhealthy($"this silo is {membership.CurrentStatus}")
        );
    }
}
