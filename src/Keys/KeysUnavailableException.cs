namespace Campaigns.Keys;

/// <summary>The table of keys could not be reached, or holds a key that this process has no master key for. Nothing was encrypted or read.</summary>
public sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
