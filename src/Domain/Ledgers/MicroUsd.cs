using System.Globalization;
using System.Text.Json.Serialization;

namespace Campaigns.Domain.Ledgers;

/// <summary>
/// Money: millionths of a US dollar, exact, with at most nine digits after the point. One micro-dollar a token is one dollar a million tokens.
/// On every wire it is a decimal string, so that nobody rounds it by reading it.
/// </summary>
[JsonConverter(typeof(StringIdJsonConverter<MicroUsd>))]
public readonly record struct MicroUsd : IStringId<MicroUsd>, IComparable<MicroUsd>
{
    private const int Digits = 9;

    /// <summary>The most that is taken for an amount: a billion dollars. Sums of such amounts stay exact far beyond it.</summary>
    public const decimal Most = 1_000_000_000_000_000m;

    private MicroUsd(decimal amount) => Amount = amount;

    /// <summary>Micro-dollars.</summary>
    public decimal Amount { get; }

    /// <summary>Nothing.</summary>
    public static MicroUsd Zero { get; }

    /// <inheritdoc />
    public string Value => Amount.ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>Dollars.</summary>
    public decimal Dollars => Amount / 1_000_000m;

    /// <summary>An amount of micro-dollars; what is finer than nine digits is rounded up, away from nought.</summary>
    /// <exception cref="OverflowException">More than decimals hold.</exception>
    public static MicroUsd Of(decimal amount) =>
        new(
            amount.Scale <= Digits
                ? amount
                : decimal.Round(amount, Digits, amount < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity)
        );

    /// <summary>An amount of dollars; what is finer than nine digits of a micro-dollar is rounded up.</summary>
    /// <exception cref="OverflowException">More than decimals hold.</exception>
    public static MicroUsd FromDollars(decimal dollars) => Of(dollars * 1_000_000m);

    /// <inheritdoc />
    public static MicroUsd Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount.Scale <= Digits
            ? new(amount)
            : throw new FormatException("Micro-dollars are a decimal number with at most nine digits after the point.");

    /// <summary>The sum.</summary>
    public static MicroUsd operator +(MicroUsd one, MicroUsd other) => new(one.Amount + other.Amount);

    /// <summary>The difference.</summary>
    public static MicroUsd operator -(MicroUsd one, MicroUsd other) => new(one.Amount - other.Amount);

    /// <summary>Whether it is less.</summary>
    public static bool operator <(MicroUsd one, MicroUsd other) => one.Amount < other.Amount;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(MicroUsd one, MicroUsd other) => one.Amount > other.Amount;

    /// <summary>Whether it is not more.</summary>
    public static bool operator <=(MicroUsd one, MicroUsd other) => one.Amount <= other.Amount;

    /// <summary>Whether it is not less.</summary>
    public static bool operator >=(MicroUsd one, MicroUsd other) => one.Amount >= other.Amount;

    /// <inheritdoc />
    public int CompareTo(MicroUsd other) => Amount.CompareTo(other.Amount);

    /// <summary>Dollars and micro-dollars for a person, such as <c>$0.00042</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"${Dollars:0.##############}");
}
