using Campaigns.Projections.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether the read models keep up with the log, and took everything in. Words are for everybody, so numbers are data.</summary>
internal sealed class ProjectionsHealth(ProjectionLag lag) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Answer.Within(async ct => Judge(await lag.Measure(ct)), cancellationToken);

    internal static HealthCheckResult Judge(IReadOnlyList<ProjectionStatus> standing)
    {
        var worst = standing.MaxBy(one => one.Lag)!;
        var parked = standing.Sum(one => one.Parked);
        var data = standing.ToDictionary(
            one => one.Name,
            object (one) =>
                new
                {
                    Position = one.Position.ToString(),
                    LagSeconds = Math.Round(one.Lag.TotalSeconds, 1),
                    one.Parked,
                }
        );
        if (worst.Lag > Lost)
            return HealthCheckResult.Unhealthy($"{worst.Name} is far behind the log", data: data);
        if (worst.Lag > Late)
            return HealthCheckResult.Degraded($"{worst.Name} is behind the log", data: data);
        return parked > 0
            ? HealthCheckResult.Degraded("events could not be taken in and are parked", data: data)
            : HealthCheckResult.Healthy("keep up", data);
    }
}
