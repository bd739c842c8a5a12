using Campaigns.Api.Commands;
using Campaigns.Api.GraphQL.TypeFirst;

namespace Campaigns.Api;

/// <summary>
/// The schema of the public API: the fields are in the parts of <see cref="Api.Query"/>, <see cref="Api.Mutation"/> and
/// <see cref="Api.Subscription"/>, one file a feature.
/// </summary>
public sealed class CampaignsSchema : TypeFirstSchema
{
    /// <summary>Builds the schema.</summary>
    /// <param name="services">Where the graph types come from.</param>
    public CampaignsSchema(IServiceProvider services)
        : base(services, typeof(Query), typeof(Mutation), typeof(Subscription))
    {
        foreach (var mutation in Mutation!.Fields)
            mutation.Resolver = new PatientMutation(mutation.Resolver!);
    }
}
