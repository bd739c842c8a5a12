namespace Campaigns.Sandbox.Clerk;

/// <summary>That a user belongs to an organization; a null organization is just the user.</summary>
internal sealed record ClerkMembership(string User, string? Org, string Role, DateTimeOffset At);
