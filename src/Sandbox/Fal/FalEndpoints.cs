namespace Campaigns.Sandbox.Fal;

/// <summary><c>/fal</c>: the queue, and under <c>/fal/files</c> what was made.</summary>
internal static class FalEndpoints
{
    private const string Request = "/fal/{owner}/{app}/requests/{id}";

    public static IServiceCollection AddFal(this IServiceCollection services) => services.AddSingleton<FalDesk>();

    public static void MapFal(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fal/files/{id}/{name}", (HttpContext http, FalDesk desk, string id) => desk.File(http, id));
        routes.MapGet(
            Request + "/status",
            (HttpContext http, FalDesk desk, string owner, string app, string id) => desk.Status(http, $"{owner}/{app}", id)
        );
        routes.MapPut(
            Request + "/cancel",
            (HttpContext http, FalDesk desk, string owner, string app, string id) => desk.Cancel(http, $"{owner}/{app}", id)
        );
        routes.MapGet(
            Request,
            (HttpContext http, FalDesk desk, string owner, string app, string id) => desk.Result(http, $"{owner}/{app}", id)
        );
        routes.MapPost("/fal/{**model}", (HttpContext http, FalDesk desk, string model) => desk.Submit(http, model));
    }
}
