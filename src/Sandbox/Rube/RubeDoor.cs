using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Rube;

/// <summary>Stands before the MCP server: looks at the token, reads which tools are called, and lets faults strike.</summary>
internal sealed class RubeDoor(FaultGate gate, CallJournal journal)
{
    private static readonly RubeFaults Vendor = new();

    public async Task Enter(HttpContext http, RequestDelegate next)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await JsonReply.Write(http, StatusCodes.Status401Unauthorized, new JsonObject { ["error"] = "unauthorized" });
            return;
        }
        if (RubeToken.AccountOf(authorization) is not { } account)
        {
            journal.Record("rube", "authorize", null, null, "error", "token bad");
            await FaultGate.WriteHtml(http);
            return;
        }

        http.SignIn(account);
        var names = await CalledNames(http);
        if (names is [not "tools/call"])
            journal.Record("rube", names[0], account.Username, null);
        await gate.Pass(http, new Call("rube", names, [account.Username, account.Id]), Vendor, () => next(http));
    }

    /// <summary>The Instagram tools first, then the meta tool that carries them; for other messages the method.</summary>
    private static async Task<IReadOnlyList<string>> CalledNames(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return [http.Request.Method];
        http.Request.EnableBuffering();
        try
        {
            var message = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
            return NamesIn(message);
        }
        catch (JsonException)
        {
            return ["(no JSON)"];
        }
        finally
        {
            http.Request.Body.Position = 0;
        }
    }

    private static IReadOnlyList<string> NamesIn(JsonObject? message)
    {
        var method = message?["method"]?.ToString() ?? "(no method)";
        if (method != "tools/call" || message?["params"] is not JsonObject called)
            return [method];
        var slugs = (called["arguments"] as JsonObject)?["tools"] is JsonArray tools
            ? tools.OfType<JsonObject>().Select(tool => tool["tool_slug"]?.ToString() ?? "")
            : [];
        return [.. slugs, called["name"]?.ToString() ?? "", method];
    }
}
