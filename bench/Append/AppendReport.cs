using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Campaigns.Bench.Append;

/// <summary>One goal: a ratio within each round, the median of the rounds, and what it should be.</summary>
internal sealed record Goal(string Name, double Median, double Least, double Most, string Wanted, bool Met);

/// <summary>Medians over the rounds. Ratios are taken within a round, where both sides met the same machine.</summary>
internal sealed record AppendReport(
    string Setup,
    int Rounds,
    double Seconds,
    IReadOnlyDictionary<string, Measured> Medians,
    IReadOnlyList<Goal> Goals
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static AppendReport Of(IReadOnlyDictionary<string, List<Measured>> rounds, string setup, AppendOptions options)
    {
        return new(
            setup,
            options.Rounds,
            options.Duration.TotalSeconds,
            rounds.ToDictionary(pair => pair.Key, pair => MedianOf(pair.Value)),
            [
                AtLeast(4, "64 in flight: log / one transaction each", Ratios("log 64", "each 64", m => m.PerSecond)),
                AtLeast(5, "1,024 in flight: log / one transaction each", Ratios("log 1024", "each 1024", m => m.PerSecond)),
                AtLeast(0.5, "1,024 in flight: log / COPY", Ratios("log 1024", "copy", m => m.PerSecond)),
                AtMost(1, "alone: p50 of log / p50 of one transaction", Ratios("log 1", "each 1", m => m.P50)),
            ]
        );

        double[] Ratios(string ours, string limit, Func<Measured, double> of) =>
            [.. rounds[ours].Zip(rounds[limit], (a, b) => of(a) / of(b)).Order()];
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToTable()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Setup}; medians of {Rounds} rounds of {Seconds} s");
        text.AppendLine();
        text.AppendLine("                 appends/s    CPU us    p50 ms    p99 ms");
        foreach (var (name, m) in Medians)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name, -14}{m.PerSecond, 12:N0}{m.Cpu, 10:N1}");
            if (m.P50 > 0)
                text.Append(CultureInfo.InvariantCulture, $"{m.P50, 10:N3}{m.P99, 10:N3}");
            text.AppendLine();
        }
        text.AppendLine();
        foreach (var goal in Goals)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{(goal.Met ? "met   " : "MISSED")}  {goal.Name}: {goal.Median:N2} ({goal.Least:N2} to {goal.Most:N2}), goal {goal.Wanted}"
            );
        return text.ToString();
    }

    private static Goal AtLeast(double wanted, string name, double[] ratios) =>
        new(
            name,
            Middle(ratios),
            ratios[0],
            ratios[^1],
            string.Create(CultureInfo.InvariantCulture, $"at least {wanted}"),
            Middle(ratios) >= wanted
        );

    private static Goal AtMost(double wanted, string name, double[] ratios) =>
        new(
            name,
            Middle(ratios),
            ratios[0],
            ratios[^1],
            string.Create(CultureInfo.InvariantCulture, $"at most {wanted}"),
            Middle(ratios) <= wanted
        );

    private static Measured MedianOf(List<Measured> rounds) =>
        new(Middle(rounds, m => m.PerSecond), Middle(rounds, m => m.P50), Middle(rounds, m => m.P99), Middle(rounds, m => m.Cpu));

    private static double Middle(List<Measured> rounds, Func<Measured, double> of) => Middle([.. rounds.Select(of).Order()]);

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
