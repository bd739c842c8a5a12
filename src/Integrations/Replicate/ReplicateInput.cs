using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Replicate;

/// <summary>The input of <c>google/nano-banana-pro</c> and its like.</summary>
internal static class ReplicateInput
{
    private const int MostReferences = 14;
    private const long MostDataBytes = 7L * 1024 * 1024; // 10 MB in base64

    /// <summary>What it would refuse, found before anything is sent; null when nothing.</summary>
    public static Failed? Refused(MediaRequest.Image request) =>
        request.References.Count > MostReferences ? new(Failure.InvalidRequest, "too_many_references")
        : request.References.Where(picture => !PictureAddress.IsPublic(picture.Url)).Sum(picture => (long)picture.Bytes.Length)
        > MostDataBytes
            ? new(Failure.InputRefused, "references_too_large")
        : null;

    public static JsonObject Of(MediaRequest.Image request, string resolution) =>
        new()
        {
            ["prompt"] = request.Prompt,
            ["image_input"] = new JsonArray([.. request.References.Select(picture => JsonValue.Create(PictureAddress.Of(picture)))]),
            ["aspect_ratio"] = PictureShape.Of(request.Ratio),
            ["resolution"] = resolution,
            ["output_format"] = "jpg",
            ["allow_fallback_model"] = false, // else another model would answer without a word
        };
}
