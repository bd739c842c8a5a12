namespace Campaigns.Domain.Publications;

/// <summary>What each class of problem leads to, as a table.</summary>
/// <param name="MostTries">How often a step is tried in all before the post is given up; null: as long as its late policy allows.</param>
/// <param name="FirstWait">The first pause; each further one is twice as long.</param>
/// <param name="LongestWait">The longest pause.</param>
public sealed record ProblemPolicy(int? MostTries, TimeSpan FirstWait, TimeSpan LongestWait)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>What a problem of this class leads to.</summary>
    public static ProblemPolicy Of(ProblemClass problem) =>
        problem switch
        {
            ProblemClass.ContentRejected => new(1, TimeSpan.Zero, TimeSpan.Zero), // a person must change it
            ProblemClass.MediaUnreachable or ProblemClass.MediaUnprocessable => new(2, TimeSpan.FromSeconds(30), Quarter), // once more
            ProblemClass.Unfamiliar => new(6, TimeSpan.FromSeconds(15), Quarter),
            ProblemClass.Misconfigured => new(6, TimeSpan.FromMinutes(1), Quarter), // an operator has half an hour to mend it
            ProblemClass.Throttled => new(null, TimeSpan.FromMinutes(1), Quarter),
            ProblemClass.QuotaReached => new(null, Quarter, Quarter * 4),
            ProblemClass.AccountBlocked => new(null, Quarter, Quarter * 16),
            _ => new(null, TimeSpan.FromSeconds(5), Quarter),
        };

    /// <summary>How long to wait after that many failures in a row: the outside's own wish within a second and a day, else doubling, with jitter.</summary>
    /// <param name="wish">What the outside asked for.</param>
    /// <param name="failures">From 1.</param>
    /// <param name="seed">Tells one publication from another, so that those that failed together do not come back together.</param>
    public TimeSpan Wait(TimeSpan? wish, int failures, Guid seed)
    {
        if (wish is { } asked)
            return TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay));
        var whole = FirstWait * Math.Pow(2, Math.Clamp(failures - 1, 0, 12));
        return (whole < LongestWait ? whole : LongestWait) * Jitter(seed, failures);
    }

    /// <summary>Between 0.8 and 1.2, always the same for the same publication and attempt: deciders stay pure.</summary>
    public static double Jitter(Guid seed, int attempt)
    {
        Span<byte> bytes = stackalloc byte[20];
        seed.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], attempt);
        uint hash = 2166136261; // FNV-1a: spread, not secrecy
        foreach (var part in bytes)
            hash = unchecked((hash ^ part) * 16777619);
        return 0.8 + (0.4 * (hash % 1001) / 1000);
    }
}
