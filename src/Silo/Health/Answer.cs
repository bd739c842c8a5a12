using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Asks within the time that a check has, whether or not the one asked listens to its end.</summary>
internal static class Answer
{
    public static async Task<HealthCheckResult> Within(Func<CancellationToken, Task<HealthCheckResult>> ask, CancellationToken patience)
    {
        try
        {
            return await ask(patience).WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("no answer in time");
        }
        catch (Exception e)
        {
            // Only the kind of failure: messages may hold addresses. The log has the rest, from whoever needed the thing.
            return HealthCheckResult.Unhealthy($"no answer: {e.GetType().Name}");
        }
    }
}
