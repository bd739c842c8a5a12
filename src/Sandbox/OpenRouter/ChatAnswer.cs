using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Gemini;
using Campaigns.Sandbox.Gemini.Copy;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>Writes an answer, as a whole or in pieces.</summary>
internal sealed record ChatAnswer(ChatRequest Request, string Id, long Created, string Text, string Finish, int Reasoning)
{
    private const int Pieces = 5;

    public static ChatAnswer Write(ChatRequest request, Fault? fault, string id, long created)
    {
        var brief = Brief.From(request.Instruction, request.Prompt);
        var text = fault?.Kind is "blocked" ? "" : ModelAnswer.Write(brief, request.Schema, fault?.Kind);
        var reasoning = fault?.Kind is "blocked" ? 0 : 64;
        var room = request.MostTokens is { } most ? Math.Max(0, most - reasoning) * 4 : int.MaxValue;
        return fault?.Kind is "truncated" ? new(request, id, created, Cut(text, text.Length / 2), "length", reasoning)
            : fault?.Kind is "blocked" ? new(request, id, created, "", "content_filter", 0)
            : text.Length > room ? new(request, id, created, Cut(text, room), "length", reasoning)
            : new(request, id, created, text, "stop", reasoning);
    }

    public JsonObject Whole() =>
        Frame(
            "chat.completion",
            Choice(
                "message",
                new()
                {
                    ["role"] = "assistant",
                    ["content"] = Text,
                    ["refusal"] = null,
                    ["reasoning"] = null,
                },
                Finish
            ),
            withUsage: true
        );

    /// <summary>Pieces of the text, then its end, then what it used.</summary>
    public IEnumerable<JsonObject> Chunks()
    {
        var size = Math.Max(1, (Text.Length + Pieces - 1) / Pieces);
        for (int at = 0, end; at < Text.Length; at = end)
        {
            end = Math.Max(at + 1, WholeCharacters.Boundary(Text, at + size));
            yield return Frame(
                "chat.completion.chunk",
                Choice("delta", new() { ["role"] = "assistant", ["content"] = Text[at..end] }, null),
                withUsage: false
            );
        }
        yield return Frame("chat.completion.chunk", Choice("delta", new() { ["content"] = "" }, Finish), withUsage: true);
    }

    public JsonObject Usage()
    {
        var prompt = Math.Max(1, GeminiUsage.Of(Request.Instruction + Request.Prompt));
        var completion = GeminiUsage.Of(Text) + Reasoning;
        return new()
        {
            ["prompt_tokens"] = prompt,
            ["completion_tokens"] = completion,
            ["total_tokens"] = prompt + completion,
            ["cost"] = OpenRouterModels.Cost(Request.Model, prompt, completion),
            ["is_byok"] = false,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0, ["cache_write_tokens"] = 0 },
            ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = Reasoning },
            ["cost_details"] = new JsonObject
            {
                ["upstream_inference_cost"] = null,
                ["upstream_inference_prompt_cost"] = OpenRouterModels.Cost(Request.Model, prompt, 0),
                ["upstream_inference_completions_cost"] = OpenRouterModels.Cost(Request.Model, 0, completion),
            },
        };
    }

    private JsonObject Frame(string kind, JsonObject choice, bool withUsage)
    {
        var frame = new JsonObject
        {
            ["id"] = Id,
            ["object"] = kind,
            ["created"] = Created,
            ["model"] = Request.Model,
            ["provider"] = "Sandbox",
            ["choices"] = new JsonArray(choice),
        };
        if (kind is "chat.completion")
            frame["system_fingerprint"] = null; // the vendor's own SDK insists on it here, and refuses it in chunks
        if (withUsage)
            frame["usage"] = Usage();
        return frame;
    }

    private static JsonObject Choice(string name, JsonObject content, string? finish) =>
        new()
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["native_finish_reason"] = finish,
            ["logprobs"] = null,
            [name] = content,
        };

    private static string Cut(string text, int at) => text[..WholeCharacters.Boundary(text, at)];
}
