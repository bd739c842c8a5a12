using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Campaigns.RunningSystem.Schema;

namespace Campaigns.RunningSystem.Hostile;

/// <summary>What a hostile client sends, the same for the same seed: values of every kind, documents with holes, bodies that are none.</summary>
internal sealed class Nonsense(PublicSchema schema, IReadOnlyList<string> ids, int seed) : IValues
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "Bread",
        "\0",
        "a\0b",
        "\r\n{\"level\":\"fatal\"}",
        "\u001b[2J",
        "\u202e\u2028\ufeff",
        "'; drop table log.events; --",
        "${jndi:ldap://127.0.0.1/a}",
        "../../../etc/passwd",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "%00%n%s",
        "null",
        "-1",
        "1e309",
        "9223372036854775808",
        "0000-00-00T00:00:00",
        "9999-12-31T23:59:59Z",
        "2026-02-30T10:00:00",
        "P9999Y",
        "Etc/UTC",
        "Europe/Nowhere",
        "http://127.0.0.1:1/",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "🥖🏃‍♀️\U0001F1F5\U0001F1F9",
        "e\u0301\u0301\u0301",
        new('x', 3_000),
    ];

    private static readonly string[] Instead =
    [
        "",
        "{",
        "[]",
        "null",
        "1",
        "\"query\"",
        "{\"query\":null}",
        "{\"query\":{}}",
        "{\"query\":\"{me{user}}\",\"variables\":[]}",
        "{\"query\":\"{me{user}}\",\"variables\":{\"a\":1,\"a\":2}}",
        "{\"query\":\"{me{user}}\",\"operationName\":1}",
        "{\"query\":\"\\ud800\"}",
        "{\"documentId\":\"sha256:x\"}",
        "{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":1}}}",
        "[{\"query\":\"{me{user}}\"}]",
        "{\"query\":\"{me{user}}\"}{\"query\":\"{me{user}}\"}",
    ];

    private static readonly string[] Holes =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "\"\"\"",
        "#",
        "$",
        "!",
        "...",
        "@",
        "@skip(if:true)",
        ":",
        "\0",
        "é",
        ",,,",
    ];

    private readonly Random random = new(seed);

    /// <summary>The next body.</summary>
    public string Body()
    {
        if (random.Next(12) == 0)
            return Instead[random.Next(Instead.Length)];
        var operation = (string[])["query", "query", "mutation", "mutation", "subscription"];
        var (asked, kind) = (default(Asked), operation[random.Next(operation.Length)]);
        var fields = schema.FieldsOf(kind).ToList();
        asked = Asked.For(schema, kind, fields[random.Next(fields.Count)], this, depth: random.Next(3));
        var text = random.Next(4) == 0 ? Broken(asked.Text) : asked.Text;
        var body = new JsonObject { ["query"] = text, ["variables"] = asked.Variables }.ToJsonString();
        return random.Next(10) == 0 ? Broken(body) : body;
    }

    public bool Gives(IReadOnlyList<string> path, JsonNode type) => random.Next(2) == 0;

    public JsonNode? Of(IReadOnlyList<string> path, JsonNode type) =>
        random.Next(8) switch
        {
            0 => null,
            1 => new JsonArray(random.Next(), "x"),
            2 => new JsonObject { ["a"] = Text() },
            _ => Fitting(type),
        };

    private JsonNode? Fitting(JsonNode type) =>
        PublicSchema.Kind(type) == "ENUM"
            ? (string)type["enumValues"]![random.Next(type["enumValues"]!.AsArray().Count)]!["name"]!
            : (string)type["name"]! switch
            {
                "ID" => random.Next(3) == 0 ? Text() : ids[random.Next(ids.Count)],
                "Int" => (JsonNode?)((int[])[0, 1, -1, 100, int.MaxValue, int.MinValue])[random.Next(6)],
                "Float" => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
                "Boolean" => random.Next(2) == 0,
                "DateTime" => random.Next(2) == 0 ? "2027-11-23T09:00:00Z" : Text(),
                _ => Text(),
            };

    private string Text() => Texts[random.Next(Texts.Length)];

    private string Broken(string text)
    {
        var broken = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0 && broken.Length > 4; i--)
        {
            var at = random.Next(broken.Length - 1);
            if (random.Next(2) == 0)
                broken.Remove(at, Math.Min(random.Next(1, 6), broken.Length - at));
            else
                broken.Insert(at, string.Concat(Enumerable.Repeat(Holes[random.Next(Holes.Length)], random.Next(20) == 0 ? 200 : 1)));
        }
        return broken.ToString();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {seed}");
}
