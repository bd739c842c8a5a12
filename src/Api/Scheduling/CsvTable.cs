using System.Globalization;
using System.Text;
using Campaigns.Api.Commands;
using CsvHelper;
using CsvHelper.Configuration;

namespace Campaigns.Api.Scheduling;

/// <summary>A table of posts, read as RFC 4180 has it.</summary>
/// <param name="Rows">Its rows, without the header.</param>
/// <param name="Error">Why it is no such table; null when it is one.</param>
internal sealed record CsvTable(IReadOnlyList<CsvCells> Rows, ICommandError? Error)
{
    /// <summary>Most bytes of UTF-8.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>Most rows, without the header.</summary>
    public const int MostRows = 500;

    private static readonly string[] Needed = ["campaign_id", "post_id", "at"];

    private static readonly string[] Known = [.. Needed, "account_id", "zone", "late_within_minutes", "late_then"];

    /// <summary>Reads a table. A byte order mark, either line end, and blank lines are taken as they come.</summary>
    public static CsvTable Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            return Refused("csv.too_large", $"The table has more than {MostBytes / 1024} KiB; send it in parts.");
        text = text.TrimStart('\uFEFF');
        var spoiled = new HashSet<int>();
        using var reader = new CsvReader(new StringReader(text), Configuration(text, spoiled));
        if (!reader.Read() || !reader.ReadHeader() || reader.HeaderRecord is not { Length: > 0 } header)
            return Refused("csv.empty", "The table has no header; it names the columns.");
        var columns = header.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        if (Array.Find(columns, name => !Known.Contains(name)) is { } unknown)
            return Refused("csv.unknown_column", $"There is no column {CsvWords.Quoted(unknown)}; there are {string.Join(", ", Known)}.");
        if (Array.Find(Needed, name => !columns.Contains(name)) is { } missing)
            return Refused("csv.missing_column", $"The column {missing} is missing.");
        if (columns.Distinct().Count() != columns.Length)
            return Refused("csv.repeated_column", "A column is named twice.");
        var rows = new List<CsvCells>();
        while (reader.Read())
        {
            if (rows.Count == MostRows)
                return Refused("csv.too_many_rows", $"The table has more than {MostRows} rows; send it in parts.");
            var row = reader.Parser.Row;
            var cells = reader.Parser.Record ?? [];
            rows.Add(new(row, Cells(columns, cells), spoiled.Contains(row) || cells.Length != columns.Length));
        }
        return rows.Count == 0 ? Refused("csv.empty", "The table has no rows.") : new(rows, null);
    }

    private static Dictionary<string, string> Cells(string[] columns, string[] cells) =>
        columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second.Trim());

    private static CsvConfiguration Configuration(string text, HashSet<int> spoiled)
    {
        var header = text.AsSpan().TrimStart();
        header = header.IndexOfAny('\r', '\n') is var end and >= 0 ? header[..end] : header;
        return new(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            Delimiter = header.Contains(';') && !header.Contains(',') ? ";" : ",",
            IgnoreBlankLines = true,
            MissingFieldFound = null,
            BadDataFound = bad => spoiled.Add(bad.Context.Parser!.Row),
        };
    }

    private static CsvTable Refused(string code, string message) => new([], new InvalidInputError(code, message, "csv"));
}

/// <summary>The cells of a row.</summary>
/// <param name="Row">Its number; the header is 1.</param>
/// <param name="ByColumn">What stands in each column.</param>
/// <param name="IsSpoiled">Whether its quotes, or the number of its cells, make no sense.</param>
internal sealed record CsvCells(int Row, IReadOnlyDictionary<string, string> ByColumn, bool IsSpoiled)
{
    /// <summary>What stands in a column; null when nothing does.</summary>
    public string? this[string column] => ByColumn.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;
}
