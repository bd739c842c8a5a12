namespace Campaigns.Integrations;

/// <summary>The vault could not be reached or did not answer in time. No token left it.</summary>
public sealed class TokenVaultUnavailableException(string message, Exception inner) : Exception(message, inner);
