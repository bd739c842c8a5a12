using System.Text.Json.Nodes;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini's models that write.</summary>
internal sealed class GeminiTextModels(GeminiClient gemini, GeminiOptions options) : ITextModels
{
    public string Provider => GeminiOptions.Provider;

    public async Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct) =>
        (await gemini.Generate(model, Body(request), options.TextTimeout, ct)).Attempt<string>(Whole);

    private JsonObject Body(TextRequest request)
    {
        var body = new JsonObject
        {
            ["contents"] = new JsonArray(new JsonObject { ["role"] = "user", ["parts"] = Parts(request) }),
            ["generationConfig"] = new JsonObject
            {
                ["maxOutputTokens"] = options.MaxTextTokens,
                ["responseMimeType"] = "application/json",
                ["responseJsonSchema"] = request.Schema.DeepClone(),
            },
        };
        if (request.Instructions.Length > 0)
            body["systemInstruction"] = new JsonObject { ["parts"] = Parts(request.Instructions) };
        return body;
    }

    /// <summary>The pictures come first, in the order the prompt speaks of them.</summary>
    private static JsonArray Parts(TextRequest request) =>
        new([
            .. request.Pictures.Select(picture => new JsonObject
            {
                ["inlineData"] = new JsonObject
                {
                    ["mimeType"] = picture.ContentType,
                    ["data"] = Convert.ToBase64String(picture.Bytes.Span),
                },
            }),
            new JsonObject { ["text"] = request.Prompt },
        ]);

    private static JsonArray Parts(string text) => new(new JsonObject { ["text"] = text });

    private static (string?, Failed?, MeasuredUsage) Whole(GeminiAnswer answer)
    {
        var text = string.Concat(answer.Parts.Select(part => part.Text("text")));
        var json = WrittenJson.In(text);
        return (
            json,
            text.Length == 0 ? new(Failure.Empty, "empty")
            : json is null ? new(Failure.Malformed, "malformed")
            : null,
            MeasuredUsage.None
        );
    }
}
