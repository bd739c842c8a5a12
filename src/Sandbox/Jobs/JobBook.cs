using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Jobs;

/// <summary>The jobs that vendors have taken, in memory only.</summary>
internal sealed partial class JobBook(FaultBook faults, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Job> jobs = new();
    private long last;

    public Job Begin(Call call, string model, JsonObject input, string prompt, TimeSpan usual)
    {
        var now = clock.GetUtcNow();
        var stuck = faults.Take(call, "stuck") is not null;
        var delay = faults.Take(call, "slow") is { } slow ? TimeSpan.FromMilliseconds(slow.Ms!.Value) : usual;
        var job = new Job
        {
            Id = NewId(now),
            Provider = call.Provider,
            Model = model,
            Input = input,
            Prompt = prompt,
            Begun = now,
            Ready = stuck ? null : now + delay,
            Ending = faults.Take(call, "failed", "blocked", "no_output"),
            PadTo = faults.Take(call, "padded")?.Bytes ?? AskedSize(prompt),
        };
        jobs[job.Id] = job;
        return job;
    }

    public Job? Find(string provider, string id) => jobs.TryGetValue(id, out var job) && job.Provider == provider ? job : null;

    /// <summary>Small letters and digits only: some SDKs know no others.</summary>
    private string NewId(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():x}{Interlocked.Increment(ref last):x8}sandbox");

    /// <summary>A prompt may ask for a weight: <c>[200 MB]</c>.</summary>
    private static long AskedSize(string prompt) =>
        Weight.Match(prompt) is { Success: true } match
            ? long.Parse(match.Groups["mb"].ValueSpan, CultureInfo.InvariantCulture) * 1024 * 1024
            : 0;

    [GeneratedRegex(@"\[(?<mb>\d{1,4}) MB\]")]
    private static partial Regex Weight { get; }
}
