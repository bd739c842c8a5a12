namespace Campaigns.Sandbox.Rube;

/// <summary><c>/rube/mcp</c>: MCP over streamable HTTP, without sessions, so that a lone tools/call works too.</summary>
internal static class RubeEndpoints
{
    private const string Path = "/rube/mcp";

    public static IServiceCollection AddRube(this IServiceCollection services)
    {
        services.AddSingleton<InstagramTools>().AddSingleton<InstagramPublishing>().AddSingleton<InstagramQuestions>();
        services.AddSingleton<ToolRunner>().AddSingleton<MultiExecute>().AddSingleton<ToolSearch>();
        services.AddSingleton<RubeServer>().AddSingleton<RubeDoor>();
        services
            .AddMcpServer(options => options.ServerInfo = new() { Name = "Rube", Version = "1.0.0" })
            .WithHttpTransport(http => http.Stateless = true)
            .WithListToolsHandler((_, _) => ValueTask.FromResult(RubeServer.List()))
            .WithCallToolHandler(
                async (request, _) =>
                {
                    var http = request.Services!.GetRequiredService<IHttpContextAccessor>().HttpContext!;
                    return await request.Services!.GetRequiredService<RubeServer>().Call(http, request.Params!);
                }
            );
        return services;
    }

    public static void MapRube(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path),
            branch => branch.Use((http, next) => http.RequestServices.GetRequiredService<RubeDoor>().Enter(http, next))
        );
        app.MapMcp(Path);
    }
}
