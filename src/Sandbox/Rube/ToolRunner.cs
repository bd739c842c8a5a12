using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Rube;

/// <summary>Runs one Instagram tool and words its outcome as Rube does.</summary>
internal sealed class ToolRunner(InstagramTools tools, FaultBook faults, CallJournal journal)
{
    private static readonly string[] Ids = ["id", "status_code", "permalink"];

    public async Task<JsonObject> Run(ToolRun run)
    {
        if (!tools.BySlug.TryGetValue(run.Slug, out var tool))
            return Failed(run, $"Tool {run.Slug} not found");
        if (string.Join("; ", ArgumentCheck.Complaints(run.Arguments, tool.Schema)) is { Length: > 0 } complaint)
            return Failed(run, $"Invalid request data provided: {complaint}");
        try
        {
            if (faults.Take(run.Call, "token_bad") is not null)
                throw GraphErrors.TokenBad();
            var data = await tool.Run(run);
            var ids = new JsonObject(
                data.Where(field => Ids.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            );
            journal.Record("rube", run.Slug, run.Account.Username, run.Arguments, run.Outcome, result: ids);
            return Response(successful: true, data, error: null);
        }
        catch (GraphException e)
        {
            return Failed(run, e.Body);
        }
    }

    private JsonObject Failed(ToolRun run, string error)
    {
        journal.Record("rube", run.Slug, run.Account.Username, run.Arguments, "error", error);
        return Response(successful: false, [], error);
    }

    private static JsonObject Response(bool successful, JsonObject data, string? error) =>
        new()
        {
            ["successful"] = successful,
            ["data"] = data,
            ["error"] = error,
        };
}
