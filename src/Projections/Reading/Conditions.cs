using System.Text.RegularExpressions;

namespace Campaigns.Projections.Reading;

/// <summary>What rows must meet to be listed: conditions on a row <c>r</c>, of those that were asked for.</summary>
internal sealed partial class Conditions
{
    private const string Never = "false";

    public List<Func<Arguments, string>> All { get; } = [];

    public Conditions Equal(string column, Guid? value)
    {
        if (value is { } wanted)
            All.Add(arguments => $"r.{column} = {arguments.Add(wanted)}");
        return this;
    }

    public Conditions Equal(string column, string? value)
    {
        if (value is not null)
            All.Add(arguments => CanBeHeld(value) ? $"r.{column} = {arguments.Add((object)value)}" : Never);
        return this;
    }

    public Conditions OneOf<T>(string column, IReadOnlyCollection<T>? values)
        where T : struct, Enum
    {
        if (values is not null)
            All.Add(arguments => $"r.{column} = any ({arguments.AddWords(values)})");
        return this;
    }

    /// <summary>From this instant on, and before that one.</summary>
    public Conditions Between(string column, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is { } first)
            All.Add(arguments => $"r.{column} >= {arguments.Add(first)}");
        if (to is { } end)
            All.Add(arguments => $"r.{column} < {arguments.Add(end)}");
        return this;
    }

    /// <summary>From this day on, and before that one.</summary>
    public Conditions Between(string column, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            All.Add(arguments => $"r.{column} >= {arguments.Add((object)first)}");
        if (to is { } end)
            All.Add(arguments => $"r.{column} < {arguments.Add((object)end)}");
        return this;
    }

    /// <summary>Holds this text in one of the columns, whatever the case.</summary>
    public Conditions Search(string? text, params string[] columns)
    {
        if (string.IsNullOrWhiteSpace(text))
            return this;
        var sought = text.Trim();
        All.Add(arguments =>
        {
            if (!CanBeHeld(sought))
                return Never;
            var argument = arguments.Add((object)sought);
            return $"({string.Join(" or ", columns.Select(column => $"strpos(lower(r.{column}), lower({argument})) > 0"))})";
        });
        return this;
    }

    private static bool CanBeHeld(string text) => !Unheld.IsMatch(text);

    // No column holds a zero character or half a surrogate pair, and Postgres would refuse the question.
    [GeneratedRegex(@"\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")]
    private static partial Regex Unheld { get; }
}
