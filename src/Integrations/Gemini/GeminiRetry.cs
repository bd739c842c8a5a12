using Campaigns.Domain;
using Campaigns.Integrations.Http;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Campaigns.Integrations.Gemini;

/// <summary>Retries within seconds, only of calls that certainly made nothing that could be billed. Longer waits are the saga's.</summary>
internal static class GeminiRetry
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static HttpRetryStrategyOptions Few(int times) =>
        new()
        {
            MaxRetryAttempts = times,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = async attempt =>
                attempt.Outcome switch
                {
                    { Exception: HttpRequestException failure } => failure.NeverSent(),
                    { Result: { } response } => await Wait(response) is { } wait && wait <= LongestWait,
                    _ => false,
                },
            DelayGenerator = async attempt =>
                attempt.Outcome.Result is { } response && await Wait(response) is { } wait && wait > TimeSpan.Zero ? wait : null,
        };

    /// <summary>Zero: the vendor named no time. Null: no use waiting.</summary>
    private static async Task<TimeSpan?> Wait(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return null;
        await response.Content.LoadIntoBufferAsync(); // it is read again by whoever gets the response in the end
        return await GeminiError.Read(response, CancellationToken.None) is Reply<GeminiAnswer>.Busy busy
            ? busy.RetryAfter ?? TimeSpan.Zero
            : null;
    }
}
