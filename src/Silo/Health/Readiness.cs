using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Checks at most once a second and once at a time, for however many ask: the checks load the database.</summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Lock starting = new();
    private Task<HealthReport>? last;
    private long begunAt;

    public Task<HealthReport> Report(CancellationToken ct)
    {
        lock (starting)
        {
            if (last is null || (last.IsCompleted && clock.GetElapsedTime(begunAt) >= Kept))
            {
                begunAt = clock.GetTimestamp();
                last = Task.Run(() => checks.CheckHealthAsync(CancellationToken.None), CancellationToken.None); // whoever asked may leave
            }
            return last.WaitAsync(ct);
        }
    }
}
