using System.Globalization;

namespace Campaigns.Bench.Append;

/// <summary>How long to measure, and how to tell.</summary>
internal sealed record AppendOptions(bool Json, int Rounds, TimeSpan Duration)
{
    public static bool TryRead(string[] args, out AppendOptions options)
    {
        options = new(Json: false, Rounds: 5, Duration: TimeSpan.FromSeconds(2));
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--json", ..]:
                    (options, args) = (options with { Json = true }, args[1..]);
                    break;
                case ["--rounds", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    (options, args) = (options with { Rounds = rounds }, args[2..]);
                    break;
                case ["--seconds", var text, ..] when double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
                    (options, args) = (options with { Duration = TimeSpan.FromSeconds(seconds) }, args[2..]);
                    break;
                default:
                    return false;
            }
        }
        return true;
    }
}
