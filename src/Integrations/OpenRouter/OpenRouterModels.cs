using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>The models behind OpenRouter that write.</summary>
internal sealed class OpenRouterModels(OpenRouterChat chat, OpenRouterOptions options) : ITextModels
{
    private const string Vendor = "OpenRouter";

    public string Provider => OpenRouterOptions.Provider;

    public async Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct)
    {
        var heard = await chat.Complete(model, Body(model, request), options.Timeout, ct);
        var answer = OpenRouterAnswer.Of(heard, model);
        var json = WrittenJson.In(answer.Text);
        var failed = answer.Failed ?? Fault(answer.Text, json);
        return new(
            failed is null ? new Reply<string>.Done(json!) : failed.To<string>(Vendor, Asking.Once),
            answer.Model,
            answer.Usage,
            answer.RequestId
        );
    }

    private JsonObject Body(string model, TextRequest request)
    {
        var messages = new JsonArray();
        if (request.Instructions.Length > 0)
            messages.Add(Message("system", request.Instructions));
        messages.Add(
            request.Pictures.Count == 0
                ? Message("user", request.Prompt)
                : new JsonObject
                {
                    ["role"] = "user",
                    ["content"] = new JsonArray([.. request.Pictures.Select(Picture), Words(request.Prompt)]),
                }
        );
        return new()
        {
            ["model"] = model,
            ["messages"] = messages,
            ["max_completion_tokens"] = options.MaxTextTokens,
            ["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject
                {
                    ["name"] = "answer",
                    ["strict"] = true,
                    ["schema"] = StrictSchema.Of(request.Schema),
                },
            },
            ["provider"] = new JsonObject { ["require_parameters"] = true }, // others would pass over the schema without a word
        };
    }

    private static JsonObject Message(string role, string text) => new() { ["role"] = role, ["content"] = text };

    private static JsonObject Words(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonObject Picture(ReferencePicture picture) =>
        new()
        {
            ["type"] = "image_url",
            ["image_url"] = new JsonObject { ["url"] = $"data:{picture.ContentType};base64,{Convert.ToBase64String(picture.Bytes.Span)}" },
        };

    private static Failed? Fault(string text, string? json) =>
        string.IsNullOrWhiteSpace(text) ? new(Failure.Empty, "empty")
        : json is null ? new(Failure.Malformed, "malformed")
        : null;
}
