namespace Campaigns.Sandbox.Clerk;

/// <summary><c>/clerk</c>: what the vendor has (<c>/.well-known/jwks.json</c>, <c>/v1/…</c>), and what it has not (<c>/_token</c> …).</summary>
internal static class ClerkEndpoints
{
    public static IServiceCollection AddClerk(this IServiceCollection services) =>
        services
            .AddSingleton<ClerkKeys>()
            .AddSingleton<ClerkTokens>()
            .AddSingleton<ClerkDirectory>()
            .AddSingleton<ClerkBackendApi>()
            .AddSingleton<ClerkDoor>()
            .AddSingleton<TokenDesk>()
            .AddSingleton<WebhookDesk>();

    public static void MapClerk(this IEndpointRouteBuilder routes)
    {
        var clerk = routes.MapGroup("/clerk");
        clerk.MapPost("/_token", (HttpContext http, TokenDesk desk) => desk.Post(http));
        clerk.MapGet(
            "/_token",
            (HttpContext http, TokenDesk desk, string? user, string? org, string? role) => desk.Get(http, user, org, role)
        );
        clerk.MapPost("/_webhook", (HttpContext http, WebhookDesk desk) => desk.Post(http));
        clerk.MapGet("/_publishable_key", (HttpContext http, TokenDesk desk) => desk.PublishableKey(http));
        clerk.MapGet(
            "/_jwt_key",
            (HttpContext http, ClerkKeys keys) => JsonReply.WriteText(http, 200, keys.PublicPem + "\n", "text/plain")
        );

        clerk.Serve("/.well-known/jwks.json", secret: false, Jwks);
        clerk.Serve("/v1/jwks", secret: true, Jwks);
        clerk.Serve("/v1/users", secret: true, (http, api, _) => api.ListUsers(http));
        clerk.Serve("/v1/users/count", secret: true, (http, api, _) => api.CountUsers(http));
        clerk.Serve("/v1/users/{id}", secret: true, (http, api, id) => api.GetUser(http, id));
        clerk.Serve("/v1/users/{id}/organization_memberships", secret: true, (http, api, id) => api.ListMembershipsOf(http, id));
        clerk.Serve("/v1/organizations/{id}", secret: true, (http, api, id) => api.GetOrganization(http, id));
        clerk.Serve("/v1/organizations/{id}/memberships", secret: true, (http, api, id) => api.ListMembersOf(http, id));
        clerk.Serve("/v1/organization_memberships", secret: true, (http, api, _) => api.ListMemberships(http));
        clerk.Map("/v1/{**rest}", (HttpContext http) => ClerkErrors.NotFound(http, "resource"));
    }

    private static Task Jwks(HttpContext http, ClerkBackendApi api, string id) =>
        JsonReply.Write(http, 200, http.RequestServices.GetRequiredService<ClerkKeys>().Jwks());

    private static void Serve(
        this RouteGroupBuilder clerk,
        string path,
        bool secret,
        Func<HttpContext, ClerkBackendApi, string, Task> answer
    ) =>
        clerk.MapGet(
            path,
            (HttpContext http, ClerkDoor door, ClerkBackendApi api) =>
                door.Enter(http, $"GET {path}", secret, () => answer(http, api, http.Request.RouteValues["id"]?.ToString() ?? ""))
        );
}
