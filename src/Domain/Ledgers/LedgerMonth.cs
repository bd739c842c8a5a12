using System.Globalization;
using System.Text.Json.Serialization;

namespace Campaigns.Domain.Ledgers;

/// <summary>A calendar month in UTC: a ledger is kept for each.</summary>
[JsonConverter(typeof(StringIdJsonConverter<LedgerMonth>))]
public readonly record struct LedgerMonth : IStringId<LedgerMonth>
{
    private const string Shape = "yyyy-MM";

    private LedgerMonth(DateOnly first) => First = first;

    /// <summary>Its first day.</summary>
    public DateOnly First { get; }

    /// <inheritdoc />
    public string Value => First.ToString(Shape, CultureInfo.InvariantCulture);

    /// <summary>The one after it.</summary>
    public LedgerMonth Next => new(First.AddMonths(1));

    /// <summary>The one before it.</summary>
    public LedgerMonth Before => new(First.AddMonths(-1));

    /// <summary>When the one after it begins, UTC.</summary>
    public DateTimeOffset Ends => new(First.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Its name where ids are UUIDs: the digits of year and month, and nothing else.</summary>
    public Guid Uuid => Guid.ParseExact(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-8000-8000-{First:000000yyyyMM}"), "D");

    /// <summary>The month of that name; false when it is no month's.</summary>
    public static bool TryFrom(Guid uuid, out LedgerMonth month)
    {
        var digits = uuid.ToString("N").AsSpan(26);
        var valid = DateOnly.TryParseExact(digits, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = valid ? new(first) : default;
        return valid && month.Uuid == uuid;
    }

    /// <summary>The month an instant falls into.</summary>
    public static LedgerMonth Of(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return new(new(utc.Year, utc.Month, 1));
    }

    /// <inheritdoc />
    public static LedgerMonth Parse(string text) =>
        DateOnly.TryParseExact(text, Shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new(first)
            : throw new FormatException("A month is written like 2026-11.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
