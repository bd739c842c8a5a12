namespace Campaigns.EventStore;

/// <summary>The log could not be reached or did not answer in time. An append may or may not have been committed: read before deciding again.</summary>
public sealed class EventStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
