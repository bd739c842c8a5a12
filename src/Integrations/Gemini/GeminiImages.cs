using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Gemini;

/// <summary>Draws by a model that answers with pictures.</summary>
internal sealed class GeminiImages(GeminiClient gemini, GeminiOptions settings) : IImageGenerator
{
    public async Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct) =>
        await gemini.Generate(settings.ImageModel, Request(request), settings.ImageTimeout, ct) switch
        {
            Reply<GeminiAnswer>.Done { Value: var answer } => Picture(answer),
            var no => no.PassOn<GeminiAnswer, GeneratedImage>(),
        };

    private static JsonObject Request(ImageRequest request) =>
        new()
        {
            ["contents"] = new JsonArray(
                new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(new JsonObject { ["text"] = request.Prompt }) }
            ),
            ["generationConfig"] = new JsonObject
            {
                ["responseModalities"] = new JsonArray("TEXT", "IMAGE"),
                // 1K lies within the widths a feed takes; larger sizes cost more and would only be scaled down.
                ["imageConfig"] = new JsonObject { ["aspectRatio"] = Ratio(request.Ratio), ["imageSize"] = "1K" },
            },
        };

    private static string Ratio(AspectRatio ratio) =>
        ratio switch
        {
            AspectRatio.Square => "1:1",
            AspectRatio.Portrait => "4:5",
            AspectRatio.Tall => "9:16",
            AspectRatio.Wide => "16:9",
            _ => throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "No such shape."),
        };

    private static Reply<GeneratedImage> Picture(GeminiAnswer answer)
    {
        foreach (var data in answer.Parts.Select(part => part.Member("inlineData")))
            if (data.Text("mimeType") is { } type && type.StartsWith("image/", StringComparison.Ordinal))
                return data.Member("data") is { ValueKind: JsonValueKind.String } base64 && base64.TryGetBytesFromBase64(out var bytes)
                    ? new Reply<GeneratedImage>.Done(new(bytes, type, GeminiChatClient.Provider, answer.Model, answer.Usage))
                    : Broken("malformed", "Gemini's picture cannot be read.");
        return Broken("NO_IMAGE", "Gemini drew nothing.");
    }

    private static Reply<GeneratedImage>.Broken Broken(string code, string message) => new(new(ProblemClass.Transient, code, message));
}
