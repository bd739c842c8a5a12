using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary><c>RUBE_MULTI_EXECUTE_TOOL</c>: the tools run side by side; each has its own result, in the order asked.</summary>
internal sealed class MultiExecute(ToolRunner runner, FaultBook faults)
{
    public async Task<JsonObject> Run(InstagramAccount account, JsonObject arguments, string outcome)
    {
        var asked = arguments["tools"]!.AsArray().Select(tool => tool!.AsObject()).ToArray();
        var call = new Call(
            "rube",
            [.. asked.Select(tool => tool["tool_slug"]!.GetValue<string>()), MetaToolSchemas.MultiExecute],
            [account.Username, account.Id]
        );
        var items = await Task.WhenAll(asked.Select((tool, index) => RunOne(account, tool, index, outcome)));
        if (faults.Take(call, "wrapped_data") is not null)
            foreach (var item in items)
                item["response"]!["data"] = new JsonObject { ["data"] = item["response"]!["data"]!.DeepClone() };

        var failed = items.Count(item => item["error"] is not null);
        var data = new JsonObject
        {
            ["results"] = new JsonArray([.. items]),
            ["success_count"] = items.Length - failed,
            ["error_count"] = failed,
        };
        return new()
        {
            ["successful"] = failed < items.Length,
            ["error"] = failed < items.Length ? null : $"{failed} out of {items.Length} tools failed",
            ["data"] = faults.Take(call, "older_results") is null ? data : new JsonObject { ["data"] = data },
            ["logId"] = $"log_{Seed.Long(arguments.ToJsonString()):x}",
        };
    }

    private async Task<JsonObject> RunOne(InstagramAccount account, JsonObject tool, int index, string outcome)
    {
        var slug = tool["tool_slug"]!.GetValue<string>();
        var response = await runner.Run(new ToolRun(slug, account, tool["arguments"]!.AsObject(), outcome));
        var item = new JsonObject
        {
            ["tool_slug"] = slug,
            ["index"] = index,
            ["response"] = response,
        };
        if (response["error"] is { } error)
            item["error"] = error.DeepClone();
        return item;
    }
}
