using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Gemini;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>Takes a chat in: key, model, faults, answer, journal.</summary>
internal sealed class OpenRouterDesk(FaultGate gate, FaultBook faults, CallJournal journal, TimeProvider clock)
{
    private const string Operation = "chat.completions";

    private static readonly OpenRouterErrors Vendor = new();
    private readonly ConcurrentDictionary<string, JsonObject> generations = new();
    private long last;

    public async Task Chat(HttpContext http)
    {
        JsonObject? arguments = null;
        try
        {
            CheckKey(http);
            var request = await ChatRequest.Read(http);
            arguments = new() { ["model"] = request.Model, ["prompt"] = request.Prompt };
            var call = new Call("openrouter", Operation, "text", request.Model);
            await gate.Pass(http, call, Vendor, () => Answer(http, request, call, arguments));
        }
        catch (OpenRouterException e)
        {
            journal.Record("openrouter", Operation, null, arguments, "error", e.Message);
            await OpenRouterErrors.Write(http, e);
        }
        catch (GeminiException e) // of the writer that both share: a schema that leads nowhere
        {
            await OpenRouterErrors.Write(http, OpenRouterException.Invalid(e.Message));
        }
    }

    public Task Generation(HttpContext http, string id) =>
        generations.TryGetValue(id, out var generation)
            ? JsonReply.Write(http, 200, new JsonObject { ["data"] = generation.DeepClone() })
            : OpenRouterErrors.Write(http, new(404, $"Generation {id} not found"));

    public static void CheckKey(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || header is "Bearer bad")
            throw new OpenRouterException(401, "No auth credentials found");
    }

    private async Task Answer(HttpContext http, ChatRequest request, Call call, JsonObject arguments)
    {
        if (faults.Take(call, "error_in_200") is { } late)
        {
            journal.Record("openrouter", Operation, null, arguments, "error", "fault: error_in_200");
            var metadata = new JsonObject { ["provider_name"] = "Sandbox" };
            if (late.Reason is { } type)
                metadata["error_type"] = type;
            await JsonReply.Write(http, 200, OpenRouterErrors.Body(late.Code ?? 502, late.Message ?? "Provider returned error", metadata));
            return;
        }
        var fault = faults.Take(call, [.. FaultKinds.OfText, "blocked"]);
        if (fault is { Kind: "blocked", Reason: "moderation" })
            throw new OpenRouterException(
                403,
                "Your input was flagged",
                new()
                {
                    ["reasons"] = new JsonArray("violence"),
                    ["flagged_input"] = "…",
                    ["provider_name"] = "Sandbox",
                }
            );

        var now = clock.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"gen-{now.ToUnixTimeMilliseconds()}-{Interlocked.Increment(ref last)}");
        var answer = ChatAnswer.Write(request, fault, id, now.ToUnixTimeSeconds());
        generations[id] = new()
        {
            ["id"] = id,
            ["model"] = request.Model,
            ["total_cost"] = answer.Usage()["cost"]!.DeepClone(),
            ["finish_reason"] = answer.Finish,
        };
        http.Response.Headers["X-Generation-Id"] = id;
        if (request.Streamed)
            await WriteEvents(http, answer);
        else
            await JsonReply.Write(http, 200, answer.Whole());
        journal.Record("openrouter", Operation, null, arguments, http.OutcomeWhenDone());
    }

    private static async Task WriteEvents(HttpContext http, ChatAnswer answer)
    {
        http.Response.ContentType = "text/event-stream";
        await Write(http, ": OPENROUTER PROCESSING\n\n");
        foreach (var chunk in answer.Chunks())
            await Write(http, $"data: {chunk.ToJsonString(JsonReply.Plain)}\n\n");
        await Write(http, "data: [DONE]\n\n");
    }

    private static async Task Write(HttpContext http, string line)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line));
        await http.Response.Body.FlushAsync();
    }
}
