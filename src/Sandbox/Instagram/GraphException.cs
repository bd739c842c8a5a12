using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Instagram;

/// <summary>A refusal in Graph's words: code and subcode are what a client goes by.</summary>
internal sealed class GraphException(int code, int? subcode, string message, bool transient = false) : Exception(message)
{
    public int Code { get; } = code;

    public int? Subcode { get; } = subcode;

    /// <summary>The JSON that Graph answers with; Rube hands it on as a string.</summary>
    public string Body
    {
        get
        {
            var error = new JsonObject
            {
                ["message"] = Message,
                ["type"] = Code == 190 || Code == 100 ? "OAuthException" : "IGApiException",
                ["code"] = Code,
            };
            if (Subcode is { } subcode)
                error["error_subcode"] = subcode;
            error["is_transient"] = transient;
            error["fbtrace_id"] = "A" + Seed.Long(Message).ToString("x16");
            return new JsonObject { ["error"] = error }.ToJsonString(JsonReply.Plain);
        }
    }
}
