using Campaigns.Api.GraphQL.TypeFirst;

namespace Campaigns.Api.Tests.Sample;

/// <summary>A small schema in the style of the real one, with one of everything.</summary>
public sealed class SampleSchema(IServiceProvider services)
    : TypeFirstSchema(services, typeof(Query), typeof(Mutation), typeof(Subscription));
