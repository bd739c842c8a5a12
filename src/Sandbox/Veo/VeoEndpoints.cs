namespace Campaigns.Sandbox.Veo;

/// <summary>Veo, under Gemini's address: operations and files; <c>/veo-files</c> is the other host that serves them.</summary>
internal static class VeoEndpoints
{
    public static IServiceCollection AddVeo(this IServiceCollection services) => services.AddSingleton<VeoDesk>();

    public static void MapVeo(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/gemini/v1beta/models/{model}:predictLongRunning",
            (HttpContext http, VeoDesk desk, string model) => desk.Begin(http, model)
        );
        routes.MapGet(
            "/gemini/v1beta/models/{model}/operations/{id}",
            (HttpContext http, VeoDesk desk, string model, string id) => desk.Look(http, model, id)
        );
        routes.MapGet("/gemini/v1beta/files/{file}", (HttpContext http, VeoDesk desk, string file) => desk.Download(http, file));
        routes.MapGet("/veo-files/{id}.mp4", (HttpContext http, VeoDesk desk, string id) => desk.File(http, id));
    }
}
