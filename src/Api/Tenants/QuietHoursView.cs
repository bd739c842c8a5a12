using Campaigns.Domain.Publications;
using GraphQL;

namespace Campaigns.Api.Tenants;

/// <summary>Hours of each day in which nothing goes out.</summary>
/// <param name="From">When they begin, on the wall of the home zone, such as `22:00`.</param>
/// <param name="To">When they end, such as `07:00`.</param>
[Name("QuietHours")]
public sealed record QuietHoursView(string From, string To)
{
    internal static QuietHoursView? Of(QuietHours? hours) => hours is null ? null : new(hours.From, hours.To);
}
