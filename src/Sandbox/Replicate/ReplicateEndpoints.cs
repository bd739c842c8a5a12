using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Replicate;

/// <summary><c>/replicate/v1</c>: predictions of one model that draws, and the account; <c>/replicate/files</c>: what they made.</summary>
internal static class ReplicateEndpoints
{
    private const string Base = "/replicate/v1";

    public static IServiceCollection AddReplicate(this IServiceCollection services) => services.AddSingleton<ReplicateDesk>();

    public static void MapReplicate(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            $"{Base}/models/{{owner}}/{{name}}/predictions",
            (HttpContext http, ReplicateDesk desk, string owner, string name) => desk.Create(http, $"{owner}/{name}")
        );
        routes.MapGet($"{Base}/predictions/{{id}}", (HttpContext http, ReplicateDesk desk, string id) => desk.Look(http, id));
        routes.MapPost($"{Base}/predictions/{{id}}/cancel", (HttpContext http, ReplicateDesk desk, string id) => desk.Cancel(http, id));
        routes.MapGet("/replicate/files/{id}/{name}", (HttpContext http, ReplicateDesk desk, string id) => desk.File(http, id));
        routes.MapGet(
            $"{Base}/account",
            (HttpContext http) => JsonReply.Write(http, 200, new JsonObject { ["type"] = "organization", ["username"] = "sandbox" })
        );
        routes.Map("/replicate/{**rest}", (HttpContext http) => ReplicateErrors.Write(http, ReplicateException.NotFound()));
    }
}
