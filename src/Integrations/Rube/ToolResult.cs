using System.Text;
using System.Text.Json;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>The result of one tool, taken out of the layers it comes wrapped in.</summary>
/// <param name="Succeeded">Only when every layer says so.</param>
/// <param name="Data">The tool's own answer.</param>
/// <param name="Errors">What the layers say went wrong, the innermost first.</param>
internal sealed record ToolResult(bool Succeeded, JsonElement Data, IReadOnlyList<JsonElement> Errors)
{
    private static readonly string[] Spellings = ["successful", "successfull", "success"];

    public static ToolResult Read(JsonElement result)
    {
        var text = result.Member("content").Items().FirstOrDefault(part => part.Text("type") == "text").Text("text") ?? "";
        var outer = LenientJson.Parse(Encoding.UTF8.GetBytes(text)) ?? default; // plain text is an error
        var item = Results(outer).FirstOrDefault();
        var response = item.Member("response");
        var data = response.Member("data");
        JsonElement[] said = [item.Member("error"), response.Member("error"), data.Member("error"), outer.Member("error")];
        var errors = said.Where(IsError).ToArray();
        return new(!result.IsTrue("isError") && IsSuccess(outer) && IsSuccess(response) && errors.Length == 0, data, errors);
    }

    /// <summary>Older answers have one <c>data</c> more.</summary>
    private static IEnumerable<JsonElement> Results(JsonElement outer)
    {
        var data = outer.Member("data");
        return data.Member("results").Items().Concat(data.Member("data").Member("results").Items());
    }

    private static bool IsSuccess(JsonElement layer)
    {
        var said = Spellings
            .Select(spelling => layer.Member(spelling))
            .Where(word => word.ValueKind is not JsonValueKind.Undefined)
            .ToArray();
        return said.Length > 0 && said.All(word => word.ValueKind is JsonValueKind.True);
    }

    private static bool IsError(JsonElement error) =>
        error.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
            JsonValueKind.String => error.GetRawText().Length > 2, // more than its quotes
            _ => true,
        };
}
