namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Counts the subscriptions that each tenant has open at this process: each costs a question at every commit of its tenant.</summary>
/// <param name="limits">How many it may have.</param>
public sealed class OpenSubscriptions(GraphQLLimits limits)
{
    private readonly Places places = new(limits.SubscriptionsPerTenant);

    /// <summary>Counts one more until it is disposed of.</summary>
    /// <exception cref="RequestFailure">LIMIT_SUBSCRIPTIONS: there are too many.</exception>
    internal IDisposable Enter(string tenant) =>
        places.Enter(tenant) ?? throw RequestFailure.TooManySubscriptions(limits.SubscriptionsPerTenant);
}
