using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini;

/// <summary>A refusal in Google's words.</summary>
internal sealed class GeminiException(int code, string status, string message, params JsonObject[] details) : Exception(message)
{
    public int Code { get; } = code;

    public string Status { get; } = status;

    public JsonObject[] Details { get; } = details;

    public static GeminiException KeyInvalid() =>
        new(
            400,
            "INVALID_ARGUMENT",
            "API key not valid. Please pass a valid API key.",
            new JsonObject
            {
                ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
                ["reason"] = "API_KEY_INVALID",
                ["domain"] = "googleapis.com",
                ["metadata"] = new JsonObject { ["service"] = "generativelanguage.googleapis.com" },
            }
        );

    public static GeminiException UnknownModel(string model, string method) =>
        new(404, "NOT_FOUND", $"models/{model} is not found for API version v1beta, or is not supported for {method}.");

    public static GeminiException Invalid(string field, string why) =>
        new(
            400,
            "INVALID_ARGUMENT",
            $"{field}: {why}",
            new JsonObject
            {
                ["@type"] = "type.googleapis.com/google.rpc.BadRequest",
                ["fieldViolations"] = new JsonArray(new JsonObject { ["field"] = field, ["description"] = why }),
            }
        );
}
