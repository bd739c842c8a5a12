namespace Campaigns.Integrations.Rube;

/// <summary>How long a call may take, and until when it may be sent.</summary>
/// <param name="Deadline">From when the call is begun until its answer is read.</param>
/// <param name="SendBy">UTC; null: at any time.</param>
internal sealed record CallTimes(TimeSpan Deadline, DateTimeOffset? SendBy);
