using System.Text.Json.Nodes;

namespace Campaigns.Demo.Tests;

public sealed class A_brief_file
{
    public static TheoryData<string> Examples =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "briefs"), "*.json").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void of_the_examples_is_right(string name)
    {
        var (brief, errors) = BriefFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "briefs", name)));

        Assert.Empty(errors);
        Assert.NotNull(brief);
    }

    [Theory]
    [InlineData("brand.name", "\"\"", "brand.name: it must not be missing or blank.")]
    [InlineData("brand.primaryColor", "\"red\"", "brand.primaryColor: it must look like '#1A2B3C'.")]
    [InlineData("brand.slogan", "\"x\"", "brand.slogan: there is no such field")]
    [InlineData("campaign.brief", "7", "campaign.brief: it must be text.")]
    [InlineData("posts.instagram", "0", "posts.instagram: at least one post is needed")]
    [InlineData("posts.instagram", "11", "posts.instagram: it must be a whole number from 0 to 10.")]
    [InlineData("publish.zone", "\"Mars/Olympus\"", "publish.zone: 'Mars/Olympus' is no IANA time zone")]
    [InlineData("publish.inSeconds", "5", "publish.inSeconds: it must be a whole number from 10 to 86400.")]
    [InlineData("publish.at", "\"2026-12-01T09:00\"", "publish.inSeconds: give it or publish.at, not both.")]
    public void with_something_wrong_is_refused_by_the_name_of_the_field(string field, string value, string error)
    {
        var (brief, errors) = BriefFile.Parse(With(field, value));

        Assert.Null(brief);
        Assert.Contains(errors, said => said.StartsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public void that_lacks_a_section_or_is_no_json_says_so()
    {
        Assert.Contains("campaign: it is missing, or no object.", BriefFile.Parse("""{"brand":{}}""").Errors);
        Assert.StartsWith("line 2: this is no JSON", Assert.Single(BriefFile.Parse("{\n oops").Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void tells_all_that_is_wrong_at_once()
    {
        var (_, errors) = BriefFile.Parse(
            """{"campaign":{"name":"x","brief":"y","naem":1},"posts":{"instagram":1},"publish":{"zone":"Mars/Base"}}"""
        );

        Assert.Equal(
            [
                "brand: it is missing, or no object.",
                "campaign.naem: there is no such field; there are name, brief.",
                "publish.zone: 'Mars/Base' is no IANA time zone; write one like 'Europe/Lisbon'.",
            ],
            errors.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("publish.at", "\"tomorrow morning\"", "publish.at: it must be a local date and time")]
    [InlineData("publish.at", "\"2026-12-01T09:00:00Z\"", "publish.at: it must be a local date and time")]
    [InlineData("posts.language", "\"klingonisch!!\"", "posts.language: 'klingonisch!!' is no language tag")]
    [InlineData("brand.language", "\" \"", "brand.language: it must not be missing or blank.")]
    [InlineData("brand.name", "\"\\u0000\"", "brand.name: it holds control characters.")]
    public void is_refused_before_anything_is_made(string field, string value, string error) =>
        Assert.Contains(BriefFile.Parse(With(field, value)).Errors, said => said.StartsWith(error, StringComparison.Ordinal));

    [Fact]
    public void of_broken_text_is_refused_by_name()
    {
        var broken = With("brand.name", "\"NAME\"").Replace("NAME", "\\ud800 Lumière", StringComparison.Ordinal);

        Assert.Contains("brand.name: it holds half of a character (a lone surrogate).", BriefFile.Parse(broken).Errors);
        Assert.Equal(["brief: the file is not UTF-8."], BriefFile.Parse([(byte)'{', 0xE9, (byte)'}']).Errors);
        Assert.StartsWith(
            "brief: this is no JSON: Duplicate property",
            Assert.Single(BriefFile.Parse("""{"brand":{},"brand":{}}""").Errors),
            StringComparison.Ordinal
        );
    }

    private static string With(string field, string value)
    {
        var brief = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "briefs", "padaria-sao-paulo.json")))!;
        var (section, name) = (field.Split('.')[0], field.Split('.')[1]);
        brief[section]![name] = JsonNode.Parse(value);
        return brief.ToJsonString();
    }
}
