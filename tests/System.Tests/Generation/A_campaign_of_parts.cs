using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Generation;

/// <summary>A carousel, and a clip that is drawn, filmed and spoken: from the order to the gallery, and then changed as people ask.</summary>
public sealed class A_campaign_of_parts(GenerationSystem system) : IClassFixture<GenerationSystem>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task has_its_voice_pictures_and_film_kept_in_the_gallery_and_can_have_each_of_them_otherwise()
    {
        var run = await CampaignRun.Begin(system);
        await run.Order(
            new()
            {
                ["carousels"] = new JsonObject { ["count"] = 1, ["slides"] = 2 },
                ["clips"] = new JsonObject
                {
                    ["count"] = 1,
                    ["scenes"] = 1,
                    ["film"] = true,
                    ["narrate"] = true,
                },
            }
        );
        await run.End(Patience);

        var (carousel, clip) = (await Item(run, "CAROUSEL"), await Item(run, "CLIP"));
        Assert.Equal(["COVER 0 PICTURE", "FILM 1 VIDEO", "NARRATION 0 SOUND", "SCENE 1 PICTURE"], Parts(clip));
        Assert.Equal(["SLIDE 1 PICTURE", "SLIDE 2 PICTURE"], Parts(carousel));
        Assert.Equal([Url(clip, "FILM", 1)], Shown(clip));
        Assert.Equal([Url(carousel, "SLIDE", 1), Url(carousel, "SLIDE", 2)], Shown(carousel));
        await TheVoiceCanBeHeard(run, clip);
        await NoPostShowsAVoice(run, clip);

        await Change(run, carousel);
        await Remake(run, clip);
    }

    private static async Task TheVoiceCanBeHeard(CampaignRun run, JsonNode clip)
    {
        var sounds = await run.Gallery("SOUND");
        var sound = Assert.Single(sounds);
        Assert.Equal(("GENERATION", "gemini"), ((string?)sound["source"], (string?)sound["provider"]));
        Assert.Equal([(string?)clip["id"]], sound["usedBy"]!.AsArray().Select(use => (string?)use!["id"]));
        Assert.True(CampaignRun.Money(sound["costMicroUsd"]) > 0);
        Assert.InRange((double)sound["media"]!["audio"]!["seconds"]!, 0.5, 120);
        Assert.Equal(Url(clip, "NARRATION", 0), (string?)sound["media"]!["url"]);

        using var http = new HttpClient();
        using var reply = await http.GetAsync(new Uri((string)sound["media"]!["url"]!));
        Assert.Equal("audio/wav", reply.Content.Headers.ContentType?.MediaType);
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        Assert.Equal((int)sound["media"]!["bytes"]!, bytes.Length);
        Assert.Equal("RIFF"u8, bytes.AsSpan(0, 4));
    }

    private static async Task NoPostShowsAVoice(CampaignRun run, JsonNode clip)
    {
        var voice = (string)(await run.Gallery("SOUND"))[0]["key"]!;
        var refused = await run.TryMutate("attachMedia", new() { ["itemId"] = (string?)clip["id"], ["mediaKey"] = voice });
        Assert.Equal("campaign.sound_is_not_shown", (string?)refused["errors"]![0]!["code"]);
    }

    private async Task Change(CampaignRun run, JsonNode before)
    {
        const string wish = "The same by night, with lanterns.";
        await run.Mutate(
            "changePicture",
            new()
            {
                ["itemId"] = (string?)before["id"],
                ["instruction"] = wish,
                ["part"] = new JsonObject { ["role"] = "SLIDE", ["number"] = 2 },
            }
        );
        var after = await Until(run, "CAROUSEL", item => Url(item, "SLIDE", 2) != Url(before, "SLIDE", 2));

        Assert.Equal([Url(before, "SLIDE", 1), Url(after, "SLIDE", 2)], Shown(after));
        // The picture itself went along, and was told to be changed.
        Assert.Contains(
            await system.Journal("gemini", "generateContent"),
            call =>
                call["arguments"] is { } asked
                && asked["prompt"]!.ToString().Contains(wish, StringComparison.Ordinal)
                && (int)asked["inlineImages"]! == 1
        );
        Assert.Equal(
            "campaign.no_picture_to_change",
            (string?)
                (await run.TryMutate("changePicture", new() { ["itemId"] = (string?)before["id"], ["instruction"] = wish }))["errors"]![0]![
                    "code"
                ]
        );
    }

    private static async Task Remake(CampaignRun run, JsonNode before)
    {
        await run.Mutate(
            "remakePart",
            new()
            {
                ["itemId"] = (string?)before["id"],
                ["part"] = new JsonObject { ["role"] = "FILM", ["number"] = 1 },
            }
        );
        var after = await Until(run, "CLIP", item => Url(item, "FILM", 1) is { } film && film != Url(before, "FILM", 1));

        Assert.Equal([Url(after, "FILM", 1)], Shown(after));
        Assert.Equal(Url(before, "NARRATION", 0), Url(after, "NARRATION", 0));
    }

    private static async Task<JsonNode> Item(CampaignRun run, string content) =>
        (await run.Read())!["posts"]!.AsArray().Single(item => (string?)item!["script"]?["content"] == content)!;

    private static Task<JsonNode> Until(CampaignRun run, string content, Func<JsonNode, bool> holds) =>
        LiveSystem.Until(Patience, async () => await Item(run, content) is var item && holds(item) ? item : null);

    private static IEnumerable<string> Parts(JsonNode item) =>
        item["parts"]!.AsArray().Select(part => $"{part!["role"]} {part["number"]} {part["media"]?["kind"]}").Order(StringComparer.Ordinal);

    private static string? Url(JsonNode item, string role, int number) =>
        (string?)
            item["parts"]!.AsArray().Single(part => (string?)part!["role"] == role && (int)part["number"]! == number)!["media"]?["url"];

    private static IEnumerable<string?> Shown(JsonNode item) => item["mediaList"]!.AsArray().Select(file => (string?)file!["url"]);
}
