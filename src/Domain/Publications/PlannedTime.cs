namespace Campaigns.Domain.Publications;

/// <summary>When a post is due: what the person said, and the instant it meant when it was said.</summary>
/// <param name="Local">Date and time on the wall, ISO 8601 without offset, such as <c>2026-11-24T09:00:00</c>.</param>
/// <param name="Zone">IANA name, such as <c>Europe/Lisbon</c>.</param>
/// <param name="DueAt">The instant, UTC.</param>
/// <param name="Rule">What was decided where the wall clock jumps.</param>
public sealed record PlannedTime(string Local, string Zone, DateTimeOffset DueAt, LocalTimeRule Rule);

/// <summary>How a local time became an instant.</summary>
public enum LocalTimeRule
{
    /// <summary>The local time occurs once.</summary>
    Exact,

    /// <summary>The clock jumped over it: moved forward by the length of the jump.</summary>
    MovedForwardOverGap,

    /// <summary>The clock showed it twice: the earlier one.</summary>
    EarlierOfTwo,
}
