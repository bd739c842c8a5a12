namespace Campaigns.Sandbox.Gemini;

/// <summary><c>/gemini/v1beta</c>: text, streamed text, pictures, token counts.</summary>
internal static class GeminiEndpoints
{
    public static IServiceCollection AddGemini(this IServiceCollection services) =>
        services.AddSingleton<GeminiAnswers>().AddSingleton<GeminiDesk>();

    public static void MapGemini(this IEndpointRouteBuilder routes)
    {
        // The method stands behind a colon in the last segment: models/{model}:generateContent.
        routes.MapPost("/gemini/v1beta/models/{call}", (HttpContext http, GeminiDesk desk, string call) => desk.Serve(http, call));
        routes.Map(
            "/gemini/{**rest}",
            (HttpContext http) => GeminiErrors.Write(http, new GeminiException(404, "NOT_FOUND", "Method not found."))
        );
    }
}
