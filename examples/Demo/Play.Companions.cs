using System.Text.Json.Nodes;
using static Campaigns.Demo.Screen;

namespace Campaigns.Demo;

/// <summary>What the same pictures become beside the post: a carousel of all of them, and a story.</summary>
internal sealed partial class Play
{
    private async Task<IReadOnlyList<(string Kind, string Publication)>> Companions(string campaign, JsonArray posts, string account)
    {
        string[] pictures = [.. posts.Select(post => (string)post!["media"]!["key"]!)];
        var made = new List<(string, string)>();
        if (pictures.Length is >= 2 and <= 10)
            made.Add(("CAROUSEL", await Companion(campaign, "CAROUSEL", pictures, account)));
        made.Add(("STORY", await Companion(campaign, "STORY", pictures[..1], account)));
        return made;
    }

    private async Task<string> Companion(string campaign, string kind, string[] pictures, string account)
    {
        var word = kind.ToLowerInvariant();
        var added = await api.Mutate(
            "addPost",
            "AddPostInput",
            "itemId",
            Command(
                $"{word}-add",
                new()
                {
                    ["campaignId"] = campaign,
                    ["platform"] = "INSTAGRAM",
                    ["kind"] = kind,
                    ["caption"] = brief.Campaign.Name,
                }
            )
        );
        var item = (string)added["itemId"]!;
        await api.Mutate(
            "attachMedia",
            "AttachMediaInput",
            "itemId",
            Command(
                $"{word}-attach",
                new()
                {
                    ["campaignId"] = campaign,
                    ["itemId"] = item,
                    ["mediaKeys"] = new JsonArray([.. pictures.Select(key => JsonValue.Create(key))]),
                }
            )
        );
        await api.Mutate(
            "approvePost",
            "ApprovePostInput",
            "itemId",
            Command($"{word}-approve", new() { ["campaignId"] = campaign, ["itemId"] = item })
        );
        Say($"a {word} of {pictures.Length} {(pictures.Length == 1 ? "picture" : "pictures")}, approved");
        return await Schedule(campaign, item, account, word);
    }
}
