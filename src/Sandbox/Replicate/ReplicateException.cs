using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Replicate;

/// <summary>A refusal in Replicate's words.</summary>
internal sealed class ReplicateException(int status, string title, string detail, JsonArray? fields = null) : Exception(detail)
{
    public int Status { get; } = status;

    public JsonObject Body()
    {
        var body = new JsonObject
        {
            ["title"] = title,
            ["detail"] = Message,
            ["status"] = Status,
        };
        if (fields is not null)
            body["invalid_fields"] = fields;
        return body;
    }

    public static ReplicateException Unauthenticated() => new(401, "Unauthenticated", "You did not pass a valid authentication token");

    public static ReplicateException NotFound() => new(404, "Not found", "The requested resource could not be found.");

    public static ReplicateException Invalid(string field, string why) =>
        new(
            422,
            "Input validation failed",
            $"- {field}: {why}",
            new JsonArray(
                new JsonObject
                {
                    ["type"] = "invalid",
                    ["field"] = field,
                    ["description"] = why,
                }
            )
        );
}
