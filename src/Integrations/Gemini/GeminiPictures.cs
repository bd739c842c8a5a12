using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>A request for a picture in the words of <c>generateContent</c>.</summary>
internal static class GeminiPictures
{
    private const int MostReferences = 14;
    private const long MostBytes = 70L * 1024 * 1024; // 100 MB inline, in base64 and with the rest of the request

    private static readonly HashSet<string> Takes = ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"];

    /// <summary>What it would refuse, found before anything is sent; null when nothing.</summary>
    public static Failed? Refused(MediaRequest.Image request) =>
        request.References.Count > MostReferences ? new(Failure.InvalidRequest, "too_many_references")
        : request.References.Any(picture => !Takes.Contains(picture.ContentType)) ? new(Failure.InputRefused, "reference_type")
        : request.References.Sum(picture => (long)picture.Bytes.Length) > MostBytes ? new(Failure.InputRefused, "references_too_large")
        : null;

    /// <summary>The references first, in their order, and then the words that speak of them.</summary>
    public static JsonObject Body(MediaRequest.Image request, string size) =>
        new()
        {
            ["contents"] = new JsonArray(
                new JsonObject
                {
                    ["role"] = "user",
                    ["parts"] = new JsonArray([.. request.References.Select(Inline), new JsonObject { ["text"] = request.Prompt }]),
                }
            ),
            ["generationConfig"] = new JsonObject
            {
                ["responseModalities"] = new JsonArray("TEXT", "IMAGE"),
                ["imageConfig"] = new JsonObject { ["aspectRatio"] = PictureShape.Of(request.Ratio), ["imageSize"] = size },
            },
        };

    private static JsonObject Inline(ReferencePicture picture) =>
        new()
        {
            ["inlineData"] = new JsonObject { ["mimeType"] = picture.ContentType, ["data"] = Convert.ToBase64String(picture.Bytes.Span) },
        };
}
