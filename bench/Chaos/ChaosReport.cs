using System.Globalization;
using System.Text;
using System.Text.Json;
using Campaigns.Bench.Reports;

namespace Campaigns.Bench.Chaos;

/// <summary>What came of it.</summary>
internal sealed record ChaosReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required double Seed { get; init; }

    public required int Posts { get; init; }

    public required IReadOnlyList<Life> Lives { get; init; }

    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    public required Comparison Found { get; init; }

    /// <summary>From the due time of each live post to the record that it is out.</summary>
    public required IReadOnlyList<TimeSpan> Late { get; init; }

    /// <summary>What happened to those that were the latest, in seconds from their due times.</summary>
    public required IReadOnlyList<string> Latest { get; init; }

    /// <summary>From the last kill until the last verdict, or until patience ended.</summary>
    public required TimeSpan UntilLastVerdict { get; init; }

    public required TimeSpan Took { get; init; }

    private int KillsInPublishing => Lives.Count(life => life.WasInPublishing);

    /// <summary>Nothing doubled, missing, without a verdict or other than the log says, and a quarter of the kills where it hurts.</summary>
    public bool IsPassed => Found.IsClean && KillsInPublishing * 4 >= Lives.Count;

    /// <summary>Prints it; the process's exit code.</summary>
    public int Print(bool json)
    {
        Console.Out.WriteLine(json ? ToJson() : ToText());
        return IsPassed ? 0 : 1;
    }

    private string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                Seed,
                Posts,
                Doubled = Found.Doubled.Count,
                Missing = Found.Missing.Count,
                WithoutVerdict = Found.WithoutVerdict.Count,
                Disagreeing = Found.Disagreeing.Count,
                Kills = Lives.Count,
                KillsInPublishing,
                Passed = IsPassed,
                KillsBy = Manners(),
                Faults,
                ReadySeconds = Math.Round(ReadySeconds, 2),
                LateSecondsP50 = Math.Round(LateSeconds(0.5), 1),
                LateSecondsP95 = Math.Round(LateSeconds(0.95), 1),
                LateSecondsMost = Math.Round(LateSeconds(1), 1),
                UntilLastVerdictSeconds = Math.Round(UntilLastVerdict.TotalSeconds, 1),
                Seconds = Math.Round(Took.TotalSeconds),
                Details = Found,
                Latest,
            },
            Json
        );

    private string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"chaos: {Posts} posts, {Lives.Count} kills, seed {Seed}; {Took.TotalSeconds:0} s, load average {Machine.Load()}"
        );
        foreach (var (manner, count) in Manners())
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count, 4} × {manner}");
        text.AppendLine(CultureInfo.InvariantCulture, $"faults: {string.Join(", ", Faults.Select(fault => $"{fault.Value} {fault.Key}"))}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"a silo was ready after {ReadySeconds:0.0} s (median); the last verdict came {UntilLastVerdict.TotalSeconds:0} s after the last kill"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"known to be out {LateSeconds(0.5):0} s after the due time (median), {LateSeconds(0.95):0} s (p95), {LateSeconds(1):0} s (most)"
        );
        text.AppendLine();
        Tell(text, "doubled", Found.Doubled);
        Tell(text, "missing", Found.Missing);
        Tell(text, "without verdict", Found.WithoutVerdict);
        Tell(text, "log and platform disagree", Found.Disagreeing);
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{KillsInPublishing, 6}  of {Lives.Count} kills between PublishStarted and its outcome: at least a quarter is asked for"
        );
        return text.Append(IsPassed ? "passed" : "FAILED").ToString();
    }

    private double ReadySeconds =>
        Statistics.Median(Lives.Select(life => life.Ready).OfType<TimeSpan>().Select(ready => ready.TotalSeconds));

    private double LateSeconds(double share) => Statistics.Percentile(Late.Select(late => late.TotalSeconds), share);

    private SortedDictionary<string, int> Manners() =>
        new(Lives.GroupBy(life => life.Manner).ToDictionary(lives => lives.Key, lives => lives.Count()));

    private static void Tell(StringBuilder text, string what, IReadOnlyList<string> found)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{found.Count, 6}  {what}");
        foreach (var line in found.Take(20))
            text.AppendLine(CultureInfo.InvariantCulture, $"          {line}");
    }
}
