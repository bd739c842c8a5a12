using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Takes a call in: key, model, faults, answer, journal.</summary>
internal sealed class GeminiDesk(FaultGate gate, GeminiAnswers answers, CallJournal journal)
{
    private static readonly GeminiErrors Vendor = new();

    public async Task Serve(HttpContext http, string modelAndMethod)
    {
        var colon = modelAndMethod.LastIndexOf(':');
        var (model, method) = colon < 0 ? (modelAndMethod, "") : (modelAndMethod[..colon], modelAndMethod[(colon + 1)..]);
        JsonObject? arguments = null;
        try
        {
            CheckKey(http);
            if (!GeminiModels.Knows(model) || method is not ("generateContent" or "streamGenerateContent" or "countTokens"))
                throw GeminiException.UnknownModel(model, method);
            var request = await GeminiRequest.Read(model, http);
            arguments = new()
            {
                ["model"] = model,
                ["prompt"] = request.Prompt,
                ["inlineImages"] = request.InlineImages,
                ["generationConfig"] = request.Config.DeepClone(),
            };
            var call = new Call(
                "gemini",
                method,
                request.WantsImage ? "image"
                    : request.WantsAudio ? "speech"
                    : "text",
                model
            );
            await gate.Pass(http, call, Vendor, () => Answer(http, request, call, arguments));
        }
        catch (GeminiException e)
        {
            journal.Record("gemini", method, null, arguments ?? new JsonObject { ["model"] = model }, "error", e.Message);
            await GeminiErrors.Write(http, e);
        }
    }

    /// <summary>Any key but an empty one and <c>bad</c>.</summary>
    public static void CheckKey(HttpContext http)
    {
        string? key = http.Request.Headers["x-goog-api-key"];
        if (string.IsNullOrEmpty(key ?? http.Request.Query["key"]) || key == "bad")
            throw GeminiException.KeyInvalid();
    }

    private async Task Answer(HttpContext http, GeminiRequest request, Call call, JsonObject arguments)
    {
        switch (call.Names[0])
        {
            case "countTokens":
                await WriteJson(http, new JsonObject { ["totalTokens"] = GeminiUsage.PromptOf(request) });
                break;
            case "generateContent":
                await WriteJson(http, answers.Chunks(request, call, streamed: false)[0]);
                break;
            case var _ when http.Request.Query["alt"] == "sse":
                await WriteEvents(http, answers.Chunks(request, call, streamed: true));
                break;
            default:
                await WriteJson(http, new JsonArray([.. answers.Chunks(request, call, streamed: true)]));
                break;
        }
        journal.Record("gemini", call.Names[0], null, arguments, http.OutcomeWhenDone());
    }

    private static Task WriteJson(HttpContext http, JsonNode body) => JsonReply.Write(http, 200, body, GeminiErrors.ContentType);

    private static async Task WriteEvents(HttpContext http, IReadOnlyList<JsonObject> chunks)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var chunk in chunks)
        {
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {chunk.ToJsonString(JsonReply.Plain)}\r\n\r\n"));
            await http.Response.Body.FlushAsync();
        }
    }
}
