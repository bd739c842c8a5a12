using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Domain.Ledgers;

/// <summary>Reads a price book from its file. Prices stand there as vendors print them: in dollars, by the million tokens or characters.</summary>
public static class PriceBookJson
{
    private const decimal Highest = 1000; // dollars of anything: more is a slip of the pen

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The book.</summary>
    /// <exception cref="FormatException">It is none, or what it says cannot be: the message names the entry.</exception>
    public static PriceBook Read(ReadOnlySpan<byte> json)
    {
        StoredBook book;
        try
        {
            book = JsonSerializer.Deserialize<StoredBook>(json, Options) ?? throw new FormatException("There is nothing in it.");
        }
        catch (JsonException malformed)
        {
            throw new FormatException(malformed.Message, malformed);
        }
        if (string.IsNullOrWhiteSpace(book.Version) || book.Version.Length > 40)
            throw new FormatException("'version' must have 1 to 40 characters.");
        var entries = (book.Models ?? []).Select(Entry).ToList();
        if (Overlapping(entries) is { } twice)
            throw new FormatException($"{twice.Provider} {twice.Model} has two prices at one time.");
        return new(book.Version, entries, book.Unknown is { } unknown ? Price("unknown", unknown) : null);
    }

    private static PriceEntry Entry(StoredEntry stored)
    {
        if (string.IsNullOrWhiteSpace(stored.Provider) || string.IsNullOrWhiteSpace(stored.Model))
            throw new FormatException("Every entry names its 'provider' and its 'model'.");
        var name = $"{stored.Provider} {stored.Model}";
        var (from, until) = (Day(name, stored.From), stored.Until is null ? (DateOnly?)null : Day(name, stored.Until));
        return until <= from
            ? throw new FormatException($"{name} ends before it begins.")
            : new(stored.Provider, stored.Model, from, until, Price(name, stored.Price ?? new()));
    }

    private static ModelPrice Price(string name, StoredPrice stored)
    {
        const decimal million = 1_000_000;
        var price = new ModelPrice
        {
            Input = Each(name, stored.InputPerMillion, million),
            CachedInput = Each(name, stored.CachedInputPerMillion, million),
            Output = Each(name, stored.OutputPerMillion, million),
            Thinking = Each(name, stored.ThinkingPerMillion, million),
            Images = (stored.Image ?? []).Aggregate(
                ModelPrice.NoImages,
                (all, size) => all.SetItem(size.Key, Each(name, size.Value, 1)!.Value)
            ),
            VideoSecond = Each(name, stored.VideoSecond, 1),
            Character = Each(name, stored.CharactersPerMillion, million),
        };
        return price switch
        {
            { IsWhole: false } => throw new FormatException(
                $"{name} has no whole price: input and output tokens, pictures, seconds or characters."
            ),
            { CachedInput: { } cached, Input: var input } when input is null || cached > input => throw new FormatException(
                $"{name} has a cached price above that of the input."
            ),
            _ => price,
        };
    }

    private static MicroUsd? Each(string name, decimal? dollars, decimal per) =>
        dollars switch
        {
            null => null,
            < 0 or > Highest => throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{name}: a price must be between 0 and {Highest} dollars.")
            ),
            { } some => MicroUsd.FromDollars(some / per),
        };

    private static DateOnly Day(string name, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{name}: a day is written like 2026-03-18.");

    private static PriceEntry? Overlapping(IReadOnlyList<PriceEntry> entries) =>
        entries
            .GroupBy(entry => (entry.Provider, entry.Model))
            .SelectMany(one => one.OrderBy(entry => entry.From).Zip(one.OrderBy(entry => entry.From).Skip(1)))
            .Where(pair => pair.First.Until is not { } until || until > pair.Second.From)
            .Select(pair => pair.Second)
            .FirstOrDefault();

    private sealed record StoredBook(string? Version, IReadOnlyList<StoredEntry>? Models, StoredPrice? Unknown);

    private sealed record StoredEntry(string? Provider, string? Model, string? From, string? Until, StoredPrice? Price);

    private sealed record StoredPrice(
        decimal? InputPerMillion = null,
        decimal? CachedInputPerMillion = null,
        decimal? OutputPerMillion = null,
        decimal? ThinkingPerMillion = null,
        Dictionary<string, decimal>? Image = null,
        decimal? VideoSecond = null,
        decimal? CharactersPerMillion = null
    );
}
