using System.Diagnostics;

namespace Campaigns.Bench;

/// <summary>What a closed loop came to.</summary>
/// <param name="PerSecond">Operations that were acknowledged, per second.</param>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P99">99th percentile of latency, milliseconds.</param>
/// <param name="Cpu">CPU time of client and server for one operation, microseconds; 0 when it cannot be known.</param>
internal readonly record struct Measured(double PerSecond, double P50, double P99, double Cpu = 0);

/// <summary>So many callers, each with one operation in flight at any time.</summary>
internal static class ClosedLoop
{
    /// <param name="callers">How many are in flight.</param>
    /// <param name="duration">For how long new operations are begun.</param>
    /// <param name="operation">Caller and the number of this operation of the caller's, from 0.</param>
    public static async Task<Measured> Run(int callers, TimeSpan duration, Func<int, int, Task> operation)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Caller(caller))));
        var took = Stopwatch.GetElapsedTime(start);

        var all = latencies.SelectMany(one => one).Order().ToArray();
        return new(all.Length / took.TotalSeconds, At(all, 0.5), At(all, 0.99));

        async Task<List<TimeSpan>> Caller(int caller)
        {
            var mine = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var began = Stopwatch.GetTimestamp();
                await operation(caller, mine.Count);
                mine.Add(Stopwatch.GetElapsedTime(began));
            }
            return mine;
        }
    }

    private static double At(TimeSpan[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)].TotalMilliseconds;
}
