using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain;

namespace Campaigns.Integrations.Rube;

/// <summary>Runs one of Rube's tools, once.</summary>
internal sealed class RubeClient(McpClient mcp, RubeOptions options)
{
    /// <summary>The tool's own answer, or what went wrong on the way to it.</summary>
    public async Task<Reply<JsonElement>> Run(
        string token,
        string tool,
        JsonObject arguments,
        Effect effect,
        CancellationToken ct,
        DateTimeOffset? sendBy = null
    )
    {
        var run = new JsonObject
        {
            // Tools of one call run side by side, so there is never more than one.
            ["tools"] = new JsonArray(new JsonObject { ["tool_slug"] = tool, ["arguments"] = arguments }),
            ["sync_response_to_workbench"] = false,
            ["memory"] = new JsonObject(),
        };
        var deadline = effect is Effect.Publishes ? options.PublishDeadline : options.Deadline;
        var answer = await mcp.CallTool(token, options.Tools.Execute, run, new(deadline, sendBy), ct);
        if (answer is not McpAnswer.Result { Value: var value })
            return McpVerdict.On(answer, effect);

        var result = ToolResult.Read(value);
        return result.Succeeded ? new Reply<JsonElement>.Done(result.Data) : GraphVerdict.On(GraphError.In(result.Errors), effect);
    }
}
