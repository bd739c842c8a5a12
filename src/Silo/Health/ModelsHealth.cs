using Campaigns.Integrations.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether models are left alone because they fail. Others take their place, so this never takes a silo out of service.</summary>
internal sealed class ModelsHealth(ModelCircuits circuits) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Judge(circuits.Standing()));

    internal static HealthCheckResult Judge(IReadOnlyList<CircuitStanding> standing)
    {
        var data = standing.ToDictionary(
            one => $"{one.Model.Provider}:{one.Model.Model}",
            object (one) =>
                new
                {
                    State = one.State.ToString(),
                    one.Failures,
                    one.TryAt,
                }
        );
        return standing.Any(one => one.State is not CircuitState.Closed)
            ? HealthCheckResult.Degraded("a model fails and is left alone for a while", data: data)
            : HealthCheckResult.Healthy("none is left alone", data);
    }
}
