using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Publications;

/// <summary>One publication as the calendar shows it, in <c>read.calendar</c>. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">The publication's id.</param>
/// <param name="Campaign">The campaign it comes from.</param>
/// <param name="Item">The item it shows.</param>
/// <param name="Account">Our id of the account it goes out on.</param>
/// <param name="Username">That account, as it was named when scheduling.</param>
/// <param name="Platform">Where it goes.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Caption">Composed with its hashtags.</param>
/// <param name="MediaUrl">Its first or only file.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="DueLocal">What the person said: date and time on the wall, ISO 8601 without offset.</param>
/// <param name="Zone">In which zone, IANA.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Status">What to show.</param>
/// <param name="LiveAt">When we knew that it is public.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("calendar")]
public sealed record CalendarRow(
    string Tenant,
    Guid Id,
    Guid Campaign,
    Guid Item,
    Guid Account,
    string Username,
    Platform Platform,
    PostKind Kind,
    string Caption,
    string MediaUrl,
    DateTimeOffset DueAt,
    string DueLocal,
    string Zone,
    PublicationStage Stage,
    PublicationStatus Status,
    DateTimeOffset? LiveAt,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);
