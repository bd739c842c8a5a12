using System.Net;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>
/// Calls tools of an MCP server, each by one POST. A library's client would open a session and an event stream for every token, and tell a
/// lost answer from a refusal only by the words of an exception; what matters here is to know of every failure whether the tool may have run.
/// </summary>
internal sealed class McpClient(HttpClient http, RubeOptions options, McpSessions sessions, TimeProvider clock)
{
    private const string ProtocolVersion = "2025-06-18";
    private const string SessionHeader = "Mcp-Session-Id";

    private long lastId;

    public async Task<McpAnswer> CallTool(string token, string tool, JsonObject arguments, CallTimes times, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Deadline);
        try
        {
            var call = new JsonObject { ["name"] = tool, ["arguments"] = arguments };
            var answer = await Ask(token, "tools/call", call, times.SendBy, limit.Token);
            // "Bad request" and "not found" are said at the door: the tool has not run. Most servers take a lone call; some want to be greeted
            // first, and a session may have ended.
            return
                answer is McpAnswer.Refused { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound }
                && await Greet(token, limit.Token)
                ? await Ask(token, "tools/call", call.DeepClone(), times.SendBy, limit.Token)
                : answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new McpAnswer.Lost("timeout");
        }
    }

    /// <summary>Opens a session. False when the server will not.</summary>
    private async Task<bool> Greet(string token, CancellationToken ct)
    {
        sessions.Forget(token);
        var greeting = new JsonObject
        {
            ["protocolVersion"] = ProtocolVersion,
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "campaigns", ["version"] = "1" },
        };
        if (await Ask(token, "initialize", greeting, sendBy: null, ct) is not McpAnswer.Result)
            return false;
        var greeted = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/initialized" };
        return await Send(token, greeted, sendBy: null, _ => Task.FromResult<McpAnswer>(new McpAnswer.Result(default)), ct)
            is McpAnswer.Result;
    }

    private Task<McpAnswer> Ask(string token, string method, JsonNode parameters, DateTimeOffset? sendBy, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref lastId);
        var message = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        return Send(token, message, sendBy, response => McpReading.Read(response, id, ct), ct);
    }

    private async Task<McpAnswer> Send(
        string token,
        JsonObject message,
        DateTimeOffset? sendBy,
        Func<HttpResponseMessage, Task<McpAnswer>> read,
        CancellationToken ct
    )
    {
        try
        {
            using var request = Post(token, message, sendBy);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.Headers.TryGetValues(SessionHeader, out var opened))
                sessions.Remember(token, opened.First());
            return await read(response);
        }
        catch (Exception failure) when (failure is TooLateToSendException || failure.InnerException is TooLateToSendException)
        {
            return new McpAnswer.TooLate();
        }
        catch (HttpRequestException failure) when (failure.NeverSent())
        {
            return new McpAnswer.NotSent();
        }
        // The one limit that is not ours to cancel: no connection came about in time. The client itself has none.
        catch (OperationCanceledException failure) when (failure.InnerException is TimeoutException && !ct.IsCancellationRequested)
        {
            return new McpAnswer.NotSent();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new McpAnswer.Lost("connection_lost");
        }
    }

    private HttpRequestMessage Post(string token, JsonObject message, DateTimeOffset? sendBy)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new TimelyContent(message.ToJsonString(), clock, sendBy),
        };
        request.Headers.Add(options.TokenHeader, options.TokenHeader == "Authorization" ? $"Bearer {token}" : token);
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", ProtocolVersion);
        if (sessions.Of(token) is { } session)
            request.Headers.Add(SessionHeader, session);
        return request;
    }
}
