using Campaigns.Domain;
using Campaigns.Domain.Publications;

namespace Campaigns.Api.Tenants;

/// <summary>What shall hold for late posts.</summary>
/// <param name="WithinMinutes">At most so many minutes after its due time a post goes out without asking: 1 to 10,080.</param>
/// <param name="Then">What happens after that.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetLatePolicyInput(int WithinMinutes, LateAction Then, CommandId? CommandId = null);

/// <summary>When nothing shall go out; both null for no such hours.</summary>
/// <param name="From">When they begin, on the wall of the home zone, such as `22:00`.</param>
/// <param name="To">When they end, such as `07:00`; before `from`: on the next day.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetQuietHoursInput(string? From = null, string? To = null, CommandId? CommandId = null);

/// <summary>How far apart the posts of an account shall be kept.</summary>
/// <param name="SpacingSeconds">0 to 86,400; null: only late posts are kept apart, by a minute.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetPaceInput(int? SpacingSeconds = null, CommandId? CommandId = null);
