using System.Globalization;

namespace Campaigns.Bench.Reports;

/// <summary>How long and how much to measure, and how to tell: <c>--json</c>, and numbers by name.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, double> numbers;

    private BenchOptions(Dictionary<string, double> numbers) => this.numbers = numbers;

    public bool Json { get; private set; }

    public int this[string name] => (int)numbers[name];

    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(numbers[name]);

    /// <summary>Reads the arguments; null when they hold something else, of which the reader is told.</summary>
    /// <param name="bench">Its name.</param>
    /// <param name="args">What follows the name.</param>
    /// <param name="defaults">What can be set, each with its default. All are positive.</param>
    public static BenchOptions? Read(string bench, string[] args, params IEnumerable<(string Name, double Default)> defaults)
    {
        var options = new BenchOptions(defaults.ToDictionary(one => one.Name, one => one.Default));
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--json", ..]:
                    (options.Json, args) = (true, args[1..]);
                    break;
                case [['-', '-', .. var name], var text, ..]
                    when options.numbers.ContainsKey(name)
                        && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
                        && double.IsPositive(number):
                    options.numbers[name] = number;
                    args = args[2..];
                    break;
                default:
                    var known = string.Join(
                        ", ",
                        options.numbers.Select(one => $"--{one.Key} ({one.Value.ToString(CultureInfo.InvariantCulture)})")
                    );
                    Console.Error.WriteLine($"{bench} takes --json, {known}; not '{string.Join(' ', args)}'.");
                    return null;
            }
        }
        return options;
    }
}
