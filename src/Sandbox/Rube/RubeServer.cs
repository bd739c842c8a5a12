using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;
using Campaigns.Sandbox.Journal;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Campaigns.Sandbox.Rube;

/// <summary>The MCP side of Rube: it shows four meta tools, and everything else happens inside them.</summary>
internal sealed class RubeServer(MultiExecute execute, ToolSearch search, CallJournal journal, FaultBook faults)
{
    public static ListToolsResult List() =>
        new()
        {
            Tools =
            [
                .. MetaToolSchemas.All.Select(tool => new Tool
                {
                    Name = tool.Key,
                    Description = tool.Value.Description,
                    InputSchema = JsonSerializer.SerializeToElement(tool.Value.Schema),
                }),
            ],
        };

    /// <summary>A caller who hangs up does not stop the platform: nothing here is cancelled.</summary>
    public async Task<CallToolResult> Call(HttpContext http, CallToolRequestParams called)
    {
        if (!MetaToolSchemas.All.TryGetValue(called.Name, out var tool))
            throw new McpProtocolException($"Unknown tool: '{called.Name}'", McpErrorCode.InvalidParams);

        var arguments = JsonSerializer.SerializeToNode(called.Arguments ?? new Dictionary<string, JsonElement>())!.AsObject();
        if (string.Join("; ", ArgumentCheck.Complaints(arguments, tool.Schema)) is { Length: > 0 } complaint)
        {
            journal.Record("rube", called.Name, http.SignedIn().Username, arguments, "error", complaint);
            throw new McpProtocolException(complaint, McpErrorCode.InvalidParams);
        }
        return Wrap(http.SignedIn(), await Run(http, called.Name, arguments));
    }

    private async Task<JsonObject> Run(HttpContext http, string name, JsonObject arguments)
    {
        if (name == MetaToolSchemas.MultiExecute)
            return await execute.Run(http.SignedIn(), arguments, http.OutcomeWhenDone());

        journal.Record("rube", name, http.SignedIn().Username, arguments, http.OutcomeWhenDone());
        return name switch
        {
            MetaToolSchemas.Search => search.Search(arguments),
            MetaToolSchemas.Schemas => search.Schemas(arguments),
            _ => ToolSearch.Connections(arguments),
        };
    }

    /// <summary>The answer is a JSON string inside a text part.</summary>
    private CallToolResult Wrap(InstagramAccount account, JsonObject result)
    {
        var call = new Call("rube", [MetaToolSchemas.MultiExecute], [account.Username, account.Id]);
        var text = faults.Take(call, "plain_text") is null
            ? result.ToJsonString(JsonReply.Plain)
            : "Something went wrong, please try again.";
        return new() { Content = [new TextContentBlock { Text = text }] };
    }
}
