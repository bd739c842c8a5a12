namespace Campaigns.Integrations;

/// <summary>Whether a file is kept could not be found out now. Asking again later does no harm.</summary>
public sealed class MediaStoreUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
