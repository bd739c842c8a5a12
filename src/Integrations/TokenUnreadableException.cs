namespace Campaigns.Integrations;

/// <summary>A token lies in the vault, but not under our master key: an operator must put the right key back.</summary>
public sealed class TokenUnreadableException(string message) : Exception(message);
