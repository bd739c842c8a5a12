using System.Globalization;

namespace Campaigns.Integrations.Models;

/// <summary>
/// A provider's name of a job, and the length of the clip that was asked for: a provider that says nothing of the length when it is done is paid by
/// it all the same. As text: <c>models/m/operations/o?seconds=8</c>.
/// </summary>
internal readonly record struct TimedOperation(string Name, int? Seconds)
{
    private const string Mark = "?seconds=";

    public static TimedOperation Parse(string text) =>
        text.IndexOf(Mark, StringComparison.Ordinal) is var at
        && at > 0
        && int.TryParse(text.AsSpan(at + Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(text[..at], seconds)
            : new(text, null);

    public override string ToString() =>
        Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{Name}{Mark}{seconds}") : Name;
}
