using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

/// <summary>Reads Graph's error out of the string that Rube hands on.</summary>
internal static class GraphError
{
    public static (int Code, int? Subcode) Of(JsonNode response)
    {
        Assert.False(response["successful"]!.GetValue<bool>());
        var error = JsonNode.Parse(response["error"]!.GetValue<string>())!["error"]!;
        return (error["code"]!.GetValue<int>(), error["error_subcode"]?.GetValue<int>());
    }
}
