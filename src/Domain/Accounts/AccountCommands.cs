using Campaigns.Domain.Scheduling;

namespace Campaigns.Domain.Accounts;

/// <summary>Connects an account, or the same one anew, after its token was tried.</summary>
/// <param name="InstagramUserId">Whom the platform knows the token as.</param>
/// <param name="Username">Without <c>@</c>.</param>
/// <param name="Token">Where the token lies.</param>
public sealed record ConnectAccount(string InstagramUserId, string Username, TokenRef Token);

/// <summary>Stops everything on this account from going out.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record HoldAccount(string Reason);

/// <summary>Lets things go out on it again.</summary>
public sealed record ReleaseAccount;

/// <summary>Takes the account away.</summary>
public sealed record DisconnectAccount;

/// <summary>Sets how far apart its posts are kept.</summary>
/// <param name="Spacing">At most a day; null: as the tenant has it.</param>
public sealed record SetAccountPace(TimeSpan? Spacing);

/// <summary>Sets the times of the week at which it likes to publish, all at once.</summary>
/// <param name="Zone">IANA name; null for the tenant's own.</param>
/// <param name="Slots">At most 70; empty takes them away.</param>
public sealed record SetWeeklySlots(string? Zone, IReadOnlyList<WeeklySlot> Slots);
