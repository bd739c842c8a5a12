using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Campaigns.Bench.Reports;

/// <summary>A figure of one run.</summary>
/// <param name="Name">What was measured, beside what else.</param>
/// <param name="Value">The median of its rounds.</param>
/// <param name="Unit">Such as <c>events/s</c>.</param>
/// <param name="Rounds">Each round's.</param>
internal sealed record Figure(string Name, double Value, string Unit, IReadOnlyList<double> Rounds);

/// <summary>What was wanted, and what it came to.</summary>
internal sealed record Target(string Name, double Value, string Wanted, bool Met);

/// <summary>What a bench came to, for people and for programs.</summary>
/// <param name="name">The bench's.</param>
/// <param name="setup">What it was measured on and with.</param>
internal sealed class BenchReport(string name, string setup)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string loadAtStart = Machine.Load();
    private readonly List<Figure> figures = [];
    private readonly List<Target> targets = [];

    /// <summary>The median of the rounds' values.</summary>
    public double Add(string figure, string unit, params IReadOnlyList<double> rounds)
    {
        var median = Statistics.Median(rounds);
        figures.Add(new(figure, median, unit, rounds));
        return median;
    }

    public void AtLeast(string goal, double wanted, double value) => Judge(goal, value, $"at least {Number(wanted)}", value >= wanted);

    public void AtMost(string goal, double wanted, double value) => Judge(goal, value, $"at most {Number(wanted)}", value <= wanted);

    /// <summary>Prints it; the process's exit code: a missed goal is no failure of the measurement.</summary>
    public int Print(bool json)
    {
        Console.Out.WriteLine(json ? ToJson() : ToText());
        return 0;
    }

    private void Judge(string goal, double value, string wanted, bool met) => targets.Add(new(goal, value, wanted, met));

    private string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                Bench = name,
                Setup = setup,
                Cores = Environment.ProcessorCount,
                LoadAtStart = loadAtStart,
                LoadAtEnd = Machine.Load(),
                Figures = figures,
                Goals = targets,
            },
            Json
        );

    private string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{name}: {setup}; {Environment.ProcessorCount} cores for all; load average {loadAtStart} at the start, {Machine.Load()} at the end"
        );
        text.AppendLine();
        foreach (var figure in figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{figure.Name, -56}{Number(figure.Value), 14} {figure.Unit}");
            if (figure.Rounds.Count > 1)
                text.Append(CultureInfo.InvariantCulture, $"  ({Number(figure.Rounds.Min())} to {Number(figure.Rounds.Max())})");
            text.AppendLine();
        }
        text.AppendLine();
        foreach (var target in targets)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{(target.Met ? "met   " : "MISSED")}  {target.Name}: {Number(target.Value)}, goal {target.Wanted}"
            );
        return text.ToString();
    }

    private static string Number(double value) =>
        value.ToString(
            Math.Abs(value) >= 1000 ? "N0"
                : Math.Abs(value) >= 10 ? "N1"
                : "0.###",
            CultureInfo.InvariantCulture
        );
}
