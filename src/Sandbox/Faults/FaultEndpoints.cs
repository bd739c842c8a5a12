using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Faults;

/// <summary><c>/_faults</c>: what is to go wrong next.</summary>
internal static class FaultEndpoints
{
    public static IServiceCollection AddFaults(this IServiceCollection services) =>
        services.AddSingleton<FaultBook>().AddSingleton<FaultGate>();

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_faults", Set);
        routes.MapGet("/_faults", (HttpContext http, FaultBook faults) => JsonReply.Write(http, faults.Pending()));
        routes.MapDelete("/_faults", (FaultBook faults) => faults.Clear());
    }

    private static async Task Set(HttpContext http, FaultBook faults)
    {
        try
        {
            var fault = (await JsonSerializer.DeserializeAsync<Fault>(http.Request.Body, JsonReply.Plain, http.RequestAborted))!;
            if (FaultKinds.Complaint(fault) is { } complaint)
            {
                await Complain(http, complaint);
                return;
            }
            faults.Add(fault);
            await JsonReply.Write(http, fault);
        }
        catch (JsonException e)
        {
            await Complain(http, e.Message);
        }
    }

    private static Task Complain(HttpContext http, string complaint) =>
        JsonReply.Write(http, StatusCodes.Status400BadRequest, new JsonObject { ["error"] = complaint });
}
