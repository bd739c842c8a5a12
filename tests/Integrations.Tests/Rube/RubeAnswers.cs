using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Integrations.Tests.Rube;

/// <summary>Answers as Rube sends them: JSON in a string in a part of a JSON-RPC result.</summary>
internal static class RubeAnswers
{
    /// <summary>A tool that did what it was asked.</summary>
    public static Answer Did(string data) => Rpc(Result(Item(data)));

    /// <summary>A tool that failed, as Rube words it today.</summary>
    public static Answer Failed(string error) =>
        Rpc(
            Result(
                $$$"""{"successful":false,"error":"1 out of 1 tools failed","data":{"results":[{"response":{"successful":false,"data":{},"error":{{{error}}}},"error":{{{error}}}}]}}"""
            )
        );

    /// <summary>Graph's own JSON, inside a string.</summary>
    public static Answer Graph(long code, long? subcode, bool transient = false) =>
        Failed(
            JsonSerializer.Serialize(
                JsonSerializer.Serialize(
                    new
                    {
                        error = new
                        {
                            message = "Words: 190 2207042 is nothing to act on",
                            code,
                            error_subcode = subcode,
                            is_transient = transient,
                        },
                    }
                )
            )
        );

    public static string Item(string data) =>
        $$$"""{"successful":true,"error":null,"data":{"results":[{"tool_slug":"X","index":0,"response":{"successful":true,"data":{{{data}}},"error":null}}]},"logId":"log_1"}""";

    public static string Result(string text, bool isError = false) =>
        new JsonObject
        {
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            ["isError"] = isError,
        }.ToJsonString();

    public static Answer Rpc(string result) => Whole(id => $$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{{{result}}}}""");

    public static Answer RpcError(int code) =>
        Whole(id => $$$"""{"jsonrpc":"2.0","id":{{{id}}},"error":{"code":{{{code}}},"message":"no"}}""");

    /// <summary>The same as an event stream, with other messages before it.</summary>
    public static Answer Events(string result) =>
        async http =>
        {
            var answer = $$$"""{"jsonrpc":"2.0","id":{{{Id(http)}}},"result":{{{result}}}}""";
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync(": hello\r\n\r\n");
            await http.Response.WriteAsync(
                "event: message\r\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{}}\r\n\r\n"
            );
            await http.Response.WriteAsync($"event: message\r\ndata: {answer}\r\n\r\n");
        };

    private static Answer Whole(Func<long, string> body) => async http => await Answers.Json(body(Id(http)))(http);

    private static long Id(HttpContext http) =>
        JsonSerializer.Deserialize<JsonElement>(((StandIn.Call)http.Items[typeof(StandIn.Call)]!).Body).GetProperty("id").GetInt64();
}
