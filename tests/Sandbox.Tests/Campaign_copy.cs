using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

public sealed class Campaign_copy(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private static readonly JsonNode Schema = JsonNode.Parse(
        """
        {"type":"object","required":["title","items"],"properties":{
          "title":{"type":"string","minLength":10,"maxLength":40},
          "items":{"type":"array","minItems":6,"maxItems":6,"items":{"$ref":"#/$defs/item"}}},
         "$defs":{"item":{"type":"object","required":["kind","caption","hashtags","day"],"properties":{
          "kind":{"type":"string","enum":["photo","carousel"]},
          "caption":{"type":"string","maxLength":220},
          "hashtags":{"type":"array","minItems":3,"maxItems":5,"items":{"type":"string","pattern":"^[^#\\s]+$"}},
          "day":{"type":"integer","minimum":0,"maximum":6},
          "note":{"anyOf":[{"type":"null"},{"type":"string"}]}}}}}
        """
    )!;

    [Theory]
    [InlineData("Brand: Rio Verde\nProduct: herbal tea\nThe launch of our new tea for the winter, with calm and warmth.", " the ")]
    [InlineData(
        "Marca: Rio Verde\nProduto: chá de ervas\nO lançamento do nosso novo chá para o inverno, com calma e calor.",
        " que |Cada | você|Na |Porque "
    )]
    [InlineData(
        "Marke: Rio Verde\nProdukt: Kräutertee\nDer Start unseres neuen Tees für den Winter, mit Ruhe und Wärme.",
        " und | der | die "
    )]
    [InlineData(
        "Marca: Rio Verde\nProducto: té de hierbas\nEl lanzamiento de nuestro nuevo té para el invierno, con calma y calor.",
        " el | los | que "
    )]
    [InlineData("Brand: Rio Verde. Product: tea. Language: pt-BR. The launch of our new tea.", " que |Cada | você|Na |Porque ")]
    public async Task speaks_of_the_brief_in_its_language(string prompt, string telltale)
    {
        var captions = (await Write(prompt))["items"]!.AsArray().Select(item => item!["caption"]!.ToString()).ToArray();
        Assert.Contains(captions, caption => caption.Contains("Rio Verde", StringComparison.Ordinal));
        Assert.Matches(telltale, string.Join('\n', captions));
        Assert.Equal(6, captions.Distinct().Count());
    }

    [Fact]
    public async Task keeps_to_the_schema()
    {
        var campaign = await Write("Brand: Rio Verde\nProduct: herbal tea\nSix posts as photo for winter.");
        Assert.InRange(campaign["title"]!.ToString().Length, 10, 40);
        Assert.Equal(6, campaign["items"]!.AsArray().Count);
        foreach (var item in campaign["items"]!.AsArray())
        {
            Assert.Equal("photo", item!["kind"]!.ToString()); // the one the prompt mentions
            Assert.InRange(item["caption"]!.ToString().Length, 20, 220);
            Assert.InRange(item["hashtags"]!.AsArray().Count, 3, 5);
            Assert.All(item["hashtags"]!.AsArray(), tag => Assert.Matches("^[^#\\s]+$", tag!.ToString()));
            Assert.InRange(item["day"]!.GetValue<int>(), 0, 6);
            Assert.NotNull(item["note"]);
        }
    }

    [Fact]
    public async Task reads_a_prompt_with_marked_parts()
    {
        const string prompt = """
            <order>
            language: pt-BR
            posts:
            - photo: 4 (at most 2200 characters and 30 hashtags each)
            - carousel: 2 (at most 5000 characters and 30 hashtags each)
            </order>
            <brand>
            name: Padaria Lua
            colours: #112233, #FFEEDD
            </brand>
            <brief>
            No sábado abrimos a nossa nova padaria de bairro com pão de fermentação natural.
            </brief>
            """;
        var items = (await Write(prompt))["items"]!.AsArray();
        Assert.Equal(4, items.Count(item => item!["kind"]!.ToString() == "photo"));
        var captions = string.Join('\n', items.Select(item => item!["caption"]));
        Assert.Contains("Padaria Lua", captions, StringComparison.Ordinal);
        Assert.Contains("padaria de bairro", captions, StringComparison.Ordinal);
        Assert.DoesNotContain("characters", captions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_to_what_each_list_orders_of_a_platform_and_how_long_it_may_be()
    {
        const string prompt = """
            <order>
            language: en
            posts:
            - Instagram: 3 (at most 2200 characters and 30 hashtags each)
            ads:
            - Google: 2 (headline at most 30 characters, body at most 90 characters, no hashtags)
            - Instagram: 1 (headline at most 100 characters, body at most 2200 characters, no hashtags)
            </order>
            <brief>
            The workshop at the river services any bicycle within twenty-four hours, and whoever waits for longer than that has a coffee on us.
            </brief>
            """;
        var platform = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Instagram", "Google") };
        var ad = new JsonObject
        {
            ["platform"] = platform.DeepClone(),
            ["headline"] = new JsonObject { ["type"] = "string" },
            ["body"] = new JsonObject { ["type"] = "string" },
        };
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["posts"] = Many(3, new() { ["platform"] = platform }), ["ads"] = Many(3, ad) },
        };

        var written = await Write(prompt, schema);

        Assert.Equal(3, written["posts"]!.AsArray().Count(post => post!["platform"]!.ToString() == "Instagram"));
        var google = written["ads"]!.AsArray().Where(one => one!["platform"]!.ToString() == "Google").ToList();
        Assert.Equal(2, google.Count);
        Assert.All(google, one => Assert.InRange(one!["headline"]!.ToString().Length, 1, 30));
        Assert.All(google, one => Assert.InRange(one!["body"]!.ToString().Length, 1, 90));
    }

    [Fact]
    public async Task is_the_same_for_the_same_prompt_and_another_for_another()
    {
        const string prompt = "Brand: Rio Verde\nProduct: herbal tea\nFor the winter.";
        var first = (await Write(prompt)).ToJsonString();
        Assert.Equal(first, (await Write(prompt)).ToJsonString());
        Assert.NotEqual(first, (await Write(prompt + " With ginger.")).ToJsonString());
    }

    [Fact]
    public async Task leaves_no_text_when_thoughts_use_up_the_limit()
    {
        var reply = await Generate("Brand: Rio Verde", new() { ["maxOutputTokens"] = 20 });
        Assert.Equal("MAX_TOKENS", reply["candidates"]![0]!["finishReason"]!.ToString());
        Assert.Null(reply["candidates"]![0]!["content"]);
        Assert.Equal(20, reply["usageMetadata"]!["thoughtsTokenCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task is_refused_for_a_setting_that_does_not_exist()
    {
        var reply = await Generate("Brand: Rio Verde", new() { ["responseFormat"] = "json" });
        Assert.Equal("INVALID_ARGUMENT", reply["error"]!["status"]!.ToString());
        Assert.Contains("responseFormat", reply["error"]!["message"]!.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Many(int count, JsonObject members) =>
        new()
        {
            ["type"] = "array",
            ["minItems"] = count,
            ["maxItems"] = count,
            ["items"] = new JsonObject { ["type"] = "object", ["properties"] = members },
        };

    private async Task<JsonNode> Write(string prompt, JsonNode? schema = null)
    {
        var config = new JsonObject { ["responseMimeType"] = "application/json", ["responseJsonSchema"] = (schema ?? Schema).DeepClone() };
        var reply = await Generate(prompt, config);
        return JsonNode.Parse(reply["candidates"]![0]!["content"]!["parts"]![0]!["text"]!.GetValue<string>())!;
    }

    private async Task<JsonNode> Generate(string prompt, JsonObject config)
    {
        var part = new JsonObject { ["text"] = prompt };
        var content = new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(part) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gemini/v1beta/models/gemini-2.5-flash:generateContent");
        request.Headers.Add("x-goog-api-key", "key");
        request.Content = JsonContent.Create(new JsonObject { ["contents"] = new JsonArray(content), ["generationConfig"] = config });
        using var reply = await sandbox.Http.SendAsync(request);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
    }
}
