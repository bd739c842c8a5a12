using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Persisted;
using Campaigns.Api.Limits;
using Campaigns.Silo.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace Campaigns.Silo.Hosting;

/// <summary>What stands between strangers and everything else: whose address it is, which pages may read answers, what browsers are told.</summary>
internal static class Edge
{
    private static readonly string[] ToldToPages = ["Retry-After", "Location", "ETag"];

    /// <exception cref="ConfigurationException">The stored documents cannot be read.</exception>
    public static IServiceCollection AddEdge(this IServiceCollection services, SiloSettings settings)
    {
        services
            .AddSingleton(new OperationLimits(settings.Edge.ApiLimit))
            .AddSingleton(new AiRequestLimit(settings.Edge.AiLimit))
            .AddSingleton(Documents(settings.Edge));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Who is not on the list is asked no such question: anybody may send the header.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.Edge.TrustedProxies)
                options.KnownIPNetworks.Add(network);
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // from the last one backwards, as long as they are on the list
        });
        // Without credentials: a page of another origin sends its token itself, and never the cookie.
        return services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins([.. settings.CorsOrigins])
                    .AllowAnyHeader()
                    .WithMethods("GET", "POST")
                    .WithExposedHeaders(ToldToPages)
                    .SetPreflightMaxAge(TimeSpan.FromHours(1))
            )
        );
    }

    public static GraphQLLimits Limits(EdgeSettings edge) => new() { Introspection = edge.Introspection };

    /// <summary>First of all: what comes after sees the caller's own address.</summary>
    public static void UseEdge(this IApplicationBuilder app, SiloSettings settings)
    {
        if (settings.Runs(ProcessRoles.Api) && settings.Edge.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        var isSecure = settings.PublicBaseUrl?.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (http, next) =>
            {
                Harden(http, isSecure);
                return next(http);
            }
        );
    }

    // What an endpoint says otherwise, it says later.
    private static void Harden(HttpContext http, bool isSecure)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Frame-Options"] = "DENY";
        if (isSecure)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (!http.Request.Path.StartsWithSegments(ClerkAuthentication.DashboardPath)) // the one place with pages
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
    }

    private static PersistedDocuments Documents(EdgeSettings edge)
    {
        if (edge.PersistedDocuments is not { } path)
            return PersistedDocuments.None;
        try
        {
            var documents = new PersistedDocuments(DocumentFiles.Read(path), edge.PersistedOnly);
            return documents.Count > 0
                ? documents
                : throw new ConfigurationException($"CAMPAIGNS_PERSISTED_DOCUMENTS: there is no document in {path}.");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"CAMPAIGNS_PERSISTED_DOCUMENTS: {e.Message}");
        }
    }
}
