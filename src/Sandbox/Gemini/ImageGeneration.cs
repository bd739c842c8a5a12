using System.Text.Json.Nodes;
using Campaigns.Sandbox.Gemini.Copy;
using Campaigns.Sandbox.Gemini.Drawing;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Draws the answer's picture: a poster of the prompt, in the brand's colours, of exactly the documented size.</summary>
internal static class ImageGeneration
{
    public static (JsonArray Parts, GeminiUsage Usage) Draw(GeminiRequest request)
    {
        var shape = ImageShape.Of(request);
        var png = DrawnBefore.Or(
            new(shape.Width, shape.Height, request.Instruction, request.Prompt),
            () => Poster.Draw(shape.Width, shape.Height, Brief.From(request.Instruction, request.Prompt))
        );
        var picture = new JsonObject
        {
            ["inlineData"] = new JsonObject { ["mimeType"] = "image/png", ["data"] = Convert.ToBase64String(png) },
        };
        var usage = new GeminiUsage(GeminiUsage.PromptOf(request), shape.Tokens, GeminiUsage.ThoughtsFor(request), "IMAGE");
        return ([picture], usage);
    }
}
