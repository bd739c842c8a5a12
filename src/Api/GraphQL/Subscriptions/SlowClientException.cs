namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>A client did not take a message in time. What it has not got waits for it in history, not here.</summary>
internal sealed class SlowClientException() : Exception("The client does not take what it is sent.");
