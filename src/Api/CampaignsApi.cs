using System.Diagnostics;
using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.Hindrances;
using Campaigns.Api.History;
using Campaigns.Api.Limits;
using Campaigns.Api.Media;
using Campaigns.Api.Operations;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Api.Reviews;
using Campaigns.Api.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
            .Replace(ServiceDescriptor.Singleton<DistributedContextPropagator>(new OwnTraces(DistributedContextPropagator.Current)))
            .AddHttpContextAccessor()
            .AddScoped<Commander>()
            .AddScoped<AiRequests>()
            .AddScoped<Viewer>()
            .AddScoped<Lookups>()
            .AddScoped<PublicationLists>()
            .AddScoped<Histories>()
            .AddScoped<ChangeStreams>()
            .AddScoped<EntryChanges>()
            .AddScoped<Pasts>()
            .AddScoped<WaitingPosts>()
            .AddScoped<TenantLookup>()
            .AddScoped<CampaignReviewsLookup>()
            .AddScoped(ReviewerOf)
            .AddSingleton<ReviewDoor>()
            .AddScoped<ReviewNow>()
            .AddSingleton<OperationLimit>()
            .AddSingleton<IOperationGate>(provider => provider.GetRequiredService<OperationLimit>())
            .AddSingleton<IOperationGate, ReopenedReview>()
            .AddSingleton<UploadRoom>()
            .AddSingleton<IFailureTranslator, ReadOutage>()
            .AddSingleton<IFailureTranslator, UnknownProjection>()
            .AddSingleton<IFailureTranslator, TooMuchHistory>()
            .AddCampaignsAuthentication(clerk)
            .AddGraphQLServer<CampaignsSchema>(limits);

    /// <summary>Maps <c>/graphql</c>. The schema is built now, so that one that does not fit together stops the start.</summary>
    public static void MapCampaignsApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGraphQLServer().RequireAuthorization(policy => policy.RequireAssertion(MayCome));

    // A browser's WebSocket cannot carry a header: its token is the first thing it says, and nothing is done for it before.
    private static async Task<bool> MayCome(AuthorizationHandlerContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true })
            return true;
        if (context.Resource is not HttpContext http)
            return false;
        if (ReviewDoor.IsKnockedAt(http))
            return await http
                .RequestServices.GetRequiredService<ReviewDoor>()
                .Admit(http, http.RequestServices.GetRequiredService<IGrainFactory>());
        return IsUpgrade(http) && http.Request.Headers.Authorization.Count == 0;
    }

    private static Reviewer ReviewerOf(IServiceProvider services) =>
        services.GetRequiredService<ReviewNow>().Reviewer
        ?? services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Reviewer>()
        ?? throw ReviewDoor.NoReview();

    private static bool IsUpgrade(HttpContext http) =>
        string.Equals(http.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
        || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };
}
