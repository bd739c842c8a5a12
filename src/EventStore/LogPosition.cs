using System.Globalization;

namespace Campaigns.EventStore;

/// <summary>A place in the log, opaque above the port: it can be stored, compared and handed back, not computed with.</summary>
public readonly record struct LogPosition : IComparable<LogPosition>
{
    private readonly ulong value;

    /// <summary>For adapters only: the position as the log counts it.</summary>
    public LogPosition(ulong value) => this.value = value;

    /// <summary>Before the first event.</summary>
    public static LogPosition Start => default;

    /// <summary>For adapters only: the number the log counts by.</summary>
    public ulong ToUInt64() => value;

    /// <summary>Reads what <see cref="ToString"/> wrote; false when it is no position.</summary>
    public static bool TryParse(string? text, out LogPosition position)
    {
        var valid = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue;
        position = valid ? new(number) : default;
        return valid;
    }

    /// <inheritdoc />
    public int CompareTo(LogPosition other) => value.CompareTo(other.value);

    /// <inheritdoc />
    public override string ToString() => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Earlier in the log.</summary>
    public static bool operator <(LogPosition left, LogPosition right) => left.value < right.value;

    /// <summary>Later in the log.</summary>
    public static bool operator >(LogPosition left, LogPosition right) => left.value > right.value;

    /// <summary>Earlier in the log, or the same place.</summary>
    public static bool operator <=(LogPosition left, LogPosition right) => left.value <= right.value;

    /// <summary>Later in the log, or the same place.</summary>
    public static bool operator >=(LogPosition left, LogPosition right) => left.value >= right.value;
}
