using Campaigns.Projections;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Publications;
using Campaigns.Silo.Sweep;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether due publications are woken: the sweep goes through, and the projection that it reads can be trusted.</summary>
internal sealed class SweepHealth(DueSweep sweep, ProjectionLag lag, DueReader due, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan TrustedLag = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OverdueAfter = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Answer.Within(Look, cancellationToken);

    private async Task<HealthCheckResult> Look(CancellationToken ct)
    {
        if (sweep.Last is not { } last)
            return HealthCheckResult.Unhealthy("no sweep has gone through yet");
        var standing = (await lag.Measure(ct)).First(one => one.Name == ReadModels.Due);
        var overdue = await due.Overdue(clock.GetUtcNow(), OverdueAfter, ct);
        var data = new Dictionary<string, object>
        {
            ["sweptAt"] = last.At.UtcDateTime,
            ["seen"] = last.Seen,
            ["overdue"] = overdue,
            ["lagSeconds"] = Math.Round(standing.Lag.TotalSeconds, 1),
        };
        if (clock.GetUtcNow() - last.At > LongestSilence)
            return HealthCheckResult.Unhealthy("the sweep does not go through", data: data);
        if (standing.Lag > TrustedLag)
            return HealthCheckResult.Unhealthy($"{ReadModels.Due} is far behind the log: what is due cannot be told from it", data: data);
        return overdue > 0
            ? HealthCheckResult.Degraded($"publications should have moved more than {OverdueAfter.TotalMinutes:0} minutes ago", data: data)
            : HealthCheckResult.Healthy("sweeps", data);
    }
}
