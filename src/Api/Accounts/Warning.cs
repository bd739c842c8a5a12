namespace Campaigns.Api.Accounts;

/// <summary>What puts something that is scheduled at risk, before it is missed.</summary>
/// <param name="Code">
/// Which risk: `account.token`, `account.disconnected`, `account.blocked` or `account.quota`; of a publication also `publication.media`,
/// `publication.failing` or `publication.decision`.
/// </param>
/// <param name="Message">For a person, with what to do.</param>
/// <param name="Since">Since when it is known.</param>
public sealed record Warning(string Code, string Message, DateTimeOffset Since);
