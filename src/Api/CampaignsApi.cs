using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.History;
using Campaigns.Api.Media;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Api.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api;

/// <summary>The public API: <c>/graphql</c>, for callers with a session token.</summary>
public static class CampaignsApi
{
    /// <summary>Adds what the API needs of its own; grains, readers and a clock come from elsewhere.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="clerk">Whose session tokens are believed.</param>
    /// <param name="limits">How much a request may ask for; null: the defaults.</param>
    public static IServiceCollection AddCampaignsApi(this IServiceCollection services, ClerkOptions clerk, GraphQLLimits? limits = null) =>
        services
            .AddHttpContextAccessor()
            .AddScoped<Commander>()
            .AddScoped<Viewer>()
            .AddScoped<Lookups>()
            .AddScoped<PublicationLists>()
            .AddScoped<Histories>()
            .AddScoped<EntryChanges>()
            .AddScoped<TenantLookup>()
            .AddSingleton<UploadRoom>()
            .AddSingleton<IFailureTranslator, ReadOutage>()
            .AddCampaignsAuthentication(clerk)
            .AddGraphQLServer<CampaignsSchema>(limits);

    /// <summary>Maps <c>/graphql</c>. The schema is built now, so that one that does not fit together stops the start.</summary>
    public static void MapCampaignsApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGraphQLServer().RequireAuthorization();
}
