using Campaigns.Api.Commands;
using Campaigns.Domain;

namespace Campaigns.Api.Scheduling;

/// <summary>
/// Words about tables. People paste them back into a spreadsheet, which would take what begins like a formula for one: no message does, whatever
/// stood in the cell.
/// </summary>
internal static class CsvWords
{
    private const int Longest = 60;

    private const string Formula = "=+-@\t\r\n";

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["campaignId"] = "campaign_id",
        ["itemId"] = "post_id",
        ["accountId"] = "account_id",
        ["withinMinutes"] = "late_within_minutes",
    };

    /// <summary>What stood in a cell, cut short, on one line and in quotes.</summary>
    public static string Quoted(string cell)
    {
        var line = OnOneLine(cell);
        return line.Length <= Longest ? $"“{line}”" : $"“{line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)]}…”";
    }

    /// <summary>A refusal, about a column.</summary>
    public static ICommandError Error(Refusal refusal)
    {
        var field = refusal.Field is { } named ? Columns.GetValueOrDefault(named, named) : null;
        return CommandErrors.From(refusal with { Message = Safe(refusal.Message), Field = field });
    }

    /// <summary>A cell that breaks a rule.</summary>
    public static ICommandError Error(string rule, string message, string? column) => new InvalidInputError(rule, Safe(message), column);

    private static string Safe(string message)
    {
        var line = OnOneLine(message);
        return line.Length > 0 && Formula.Contains(line[0]) ? $"'{line}" : line;
    }

    private static string OnOneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
}
