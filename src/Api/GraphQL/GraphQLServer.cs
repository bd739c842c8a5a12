using System.Text.Encodings.Web;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.GraphQL.Persisted;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.GraphQL.TypeFirst;
using Campaigns.Api.GraphQL.WebSockets;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.Api.GraphQL;

/// <summary>A GraphQL engine with our conventions and limits, and its endpoint.</summary>
public static class GraphQLServer
{
    /// <summary>Adds the engine for one schema.</summary>
    /// <typeparam name="TSchema">The schema; one a process.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="limits">How much a request may ask for; null: the defaults.</param>
    public static IServiceCollection AddGraphQLServer<TSchema>(this IServiceCollection services, GraphQLLimits? limits = null)
        where TSchema : class, ISchema
    {
        limits ??= new();
        services.AddSingleton(limits);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions();
        services.TryAddSingleton<IConnectionGate, OpenGate>();
        services.TryAddSingleton(PersistedDocuments.None);
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<OpenSubscriptions>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<NewSockets>();
        services.AddSingleton<SocketOrigins>();
        services.AddSingleton<SocketHandler>();
        services.AddSingleton<GraphQLHandler>();
        services.AddSingleton<ExceptionMask>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFailureTranslator, OutageTranslator>());
        foreach (
            var type in (ReadOnlySpan<Type>)
                [typeof(ObjectType<>), typeof(InterfaceType<>), typeof(InputType<>), typeof(UnionType<>), typeof(EnumType<>)]
        )
            services.AddTransient(type);
        services.AddTransient<DateTimeType>();
        services.AddTransient<JsonType>();

        services.AddGraphQL(builder =>
        {
            builder
                .AddSchema<TSchema>()
                .AddGraphTypeMappingProvider<ClrTypes>()
                .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping) // not HTML: captions stay readable
                .AddErrorInfoProvider<ErrorWords>()
                .AddUnhandledExceptionHandler(context =>
                    context.ExecutionOptions.RequestServices!.GetRequiredService<ExceptionMask>().Mask(context)
                )
                .AddValidationRule<OperationRule>(useForCachedDocuments: true)
                .AddValidationRule<IdempotencyKeyRule>(useForCachedDocuments: true)
                .AddValidationRule<CostRule>(useForCachedDocuments: true)
                .AddExecutionStrategy<DrawnSubscriptions>(OperationType.Subscription)
                .ConfigureExecution<Documents>()
                .ConfigureExecution<OperationTelemetry>();
            if (!limits.Introspection)
                builder.AddValidationRule<NoIntrospectionValidationRule>();
        });
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="path">Its path.</param>
    public static IEndpointConventionBuilder MapGraphQLServer(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var handler = endpoints.ServiceProvider.GetRequiredService<GraphQLHandler>();
        endpoints.ServiceProvider.GetRequiredService<ISchema>().Initialize(); // a schema that does not fit together stops the start
        XmlSummaries.Forget();
        var limits = endpoints.ServiceProvider.GetRequiredService<GraphQLLimits>();
        var pipeline = endpoints.CreateApplicationBuilder();
        // Whoever answers no sign of life is gone, however the connection looks.
        pipeline.UseWebSockets(new() { KeepAliveInterval = limits.KeepAlive, KeepAliveTimeout = limits.KeepAlive * 3 });
        pipeline.Run(handler.Handle);
        return endpoints.Map(path, pipeline.Build()).WithDisplayName("GraphQL");
    }
}
