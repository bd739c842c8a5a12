using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Domain.Campaigns;

/// <summary>Puts a post on the calendar again and again.</summary>
/// <param name="Item">Which.</param>
/// <param name="Account">Where.</param>
/// <param name="Rule">How often, and until when.</param>
/// <param name="Late">What holds when an occurrence is late; null for what the tenant has set.</param>
public sealed record ScheduleSeries(ItemId Item, AccountId Account, RecurrenceRule Rule, LatePolicy? Late = null);

/// <summary>Takes the rest of a series back: all that is not public, and not about to be.</summary>
/// <param name="Series">Which.</param>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record CancelSeries(SeriesId Series, string Reason);

/// <summary>Moves everything that is scheduled of a campaign.</summary>
/// <param name="Span">ISO 8601 duration, such as <c>P7D</c>: days on the wall, hours on the stopwatch.</param>
public sealed record MoveCampaign(string Span);
