using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Domain.Evidence;

namespace Campaigns.Domain.Tests.Evidence;

public sealed class Canonical_json
{
    [Theory]
    [InlineData("{ \"b\": 1, \"a\": [ true, false, null ], \"A\": {} }", "{\"A\":{},\"a\":[true,false,null],\"b\":1}")]
    [InlineData("\"\\u00e9\\u2028\\uD83E\\uDD50\\/\"", "\"é\u2028🥐/\"")]
    [InlineData("\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\\"", "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\\"")]
    [InlineData("[0, -0, 1.0, -1, 10, 1e3, 123456789012]", "[0,0,1,-1,10,1000,123456789012]")]
    [InlineData("[0.1, 1e-6, 1e-7, 1.5e-9, 12.75]", "[0.1,0.000001,1e-7,1.5e-9,12.75]")]
    [InlineData(
        "[1e20, 1e21, 1.25e300, 9007199254740991, 0.3333333333333333]",
        "[100000000000000000000,1e+21,1.25e+300,9007199254740991,0.3333333333333333]"
    )]
    public void is_written_in_one_way(string text, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(JsonNode.Parse(text))));

    [Fact]
    public void is_the_same_of_what_was_built_as_of_what_was_read() =>
        Assert.Equal("{\"a\":\"é\",\"n\":7}", Encoding.UTF8.GetString(CanonicalJson.Of(new JsonObject { ["n"] = 7L, ["a"] = "é" })));

    [Fact]
    public void is_not_written_of_what_nobody_could_read_again()
    {
        Assert.Throws<ArgumentException>(() => CanonicalJson.Of(JsonNode.Parse("1e400")));
        Assert.Throws<ArgumentException>(() => CanonicalJson.Of(JsonValue.Create("\uD83E")));
    }
}
