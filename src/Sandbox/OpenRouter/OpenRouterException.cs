using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>A refusal in OpenRouter's words.</summary>
internal sealed class OpenRouterException(int code, string message, JsonObject? metadata = null) : Exception(message)
{
    public int Code { get; } = code;

    public JsonObject? Metadata { get; } = metadata;

    public static OpenRouterException Invalid(string message) => new(400, message);
}
