using System.Text.Json.Nodes;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Integrations.Writing;

/// <summary>The shape of the model's answer to an order, as JSON Schema.</summary>
internal static class PostsSchema
{
    public static JsonObject For(WritingOrder order)
    {
        var count = order.Posts.Sum(post => post.Count);
        return Object(
            (
                "posts",
                new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = count,
                    ["maxItems"] = count,
                    ["items"] = Post(order),
                }
            )
        );
    }

    private static JsonObject Post(WritingOrder order)
    {
        var platforms = order.Posts.Select(post => post.Platform.ToString()).Distinct();
        (string, JsonObject)[] words =
        [
            ("platform", new() { ["type"] = "string", ["enum"] = new JsonArray([.. platforms.Select(name => JsonValue.Create(name))]) }),
            ("caption", Text("The post's words, without hashtags.")),
            ("hashtags", new() { ["type"] = "array", ["items"] = Text("Without # and without spaces.") }),
        ];
        (string, JsonObject)[] picture =
        [
            ("imagePrompt", Text("What the picture should show.")),
            ("altText", Text("The picture, for someone who cannot see it.")),
        ];
        return Object(order.Illustrate ? [.. words, .. picture] : words);
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Object(params (string Name, JsonObject Schema)[] members) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
            ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
        };
}
