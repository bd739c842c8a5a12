using GraphQL;

namespace Campaigns.Api.Accounts;

/// <summary>How much of the platform's daily quota an account has used.</summary>
/// <param name="Used">Posts published in the 24 hours before `at`, by us or otherwise.</param>
/// <param name="Total">How many may be in 24 hours.</param>
/// <param name="At">When the platform said so.</param>
[Name("AccountQuota")]
public sealed record AccountQuotaView(int Used, int Total, DateTimeOffset At);
