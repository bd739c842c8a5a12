using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary><c>/openrouter/api/v1</c>: chats, whole and streamed; models, what a generation cost, and the key.</summary>
internal static class OpenRouterEndpoints
{
    private const string Base = "/openrouter/api/v1";

    public static IServiceCollection AddOpenRouter(this IServiceCollection services) => services.AddSingleton<OpenRouterDesk>();

    public static void MapOpenRouter(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{Base}/chat/completions", (HttpContext http, OpenRouterDesk desk) => desk.Chat(http));
        routes.MapGet($"{Base}/generation", (HttpContext http, OpenRouterDesk desk, string id) => desk.Generation(http, id));
        routes.MapGet($"{Base}/models", (HttpContext http) => JsonReply.Write(http, 200, OpenRouterModels.List()));
        routes.MapGet($"{Base}/key", Key);
        routes.Map("/openrouter/{**rest}", (HttpContext http) => OpenRouterErrors.Write(http, new(404, "Not Found")));
    }

    private static Task Key(HttpContext http)
    {
        try
        {
            OpenRouterDesk.CheckKey(http);
            var data = new JsonObject
            {
                ["label"] = "sandbox",
                ["usage"] = 0,
                ["limit"] = null,
                ["limit_remaining"] = null,
                ["is_free_tier"] = false,
            };
            return JsonReply.Write(http, 200, new JsonObject { ["data"] = data });
        }
        catch (OpenRouterException e)
        {
            return OpenRouterErrors.Write(http, e);
        }
    }
}
