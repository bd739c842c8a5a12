using Campaigns.Domain.Publications;
using GraphQL;

namespace Campaigns.Api.Scheduling;

/// <summary>A time on the wall of a zone, and the instant it means.</summary>
/// <param name="At">The instant.</param>
/// <param name="Local">Date and time on the wall in `zone`, such as `2026-11-24T09:00:00`.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Rule">How `local` became `at`: what was decided where the clock jumps.</param>
[Name("PlannedTime")]
public sealed record PlannedTimeView(DateTimeOffset At, string Local, string Zone, LocalTimeRule Rule)
{
    internal static PlannedTimeView Of(PlannedTime when) => new(when.DueAt, when.Local, when.Zone, when.Rule);
}
