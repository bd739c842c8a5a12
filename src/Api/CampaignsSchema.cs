using Campaigns.Api.GraphQL.TypeFirst;

namespace Campaigns.Api;

/// <summary>
/// The schema of the public API: the fields are in the parts of <see cref="Api.Query"/>, <see cref="Api.Mutation"/> and
/// <see cref="Api.Subscription"/>, one file a feature.
/// </summary>
/// <param name="services">Where the graph types come from.</param>
public sealed class CampaignsSchema(IServiceProvider services)
    : TypeFirstSchema(services, typeof(Query), typeof(Mutation), typeof(Subscription));
