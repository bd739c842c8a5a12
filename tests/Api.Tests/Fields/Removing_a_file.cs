namespace Campaigns.Api.Tests.Fields;

public sealed class Removing_a_file(FilledApi api) : IClassFixture<FilledApi>
{
    [Fact]
    public async Task that_something_points_at_is_refused() => Assert.Equal("media.in_use", await Refusal(Given.Picture.Key));

    [Fact]
    public async Task that_is_not_there_is_refused() =>
        Assert.Equal("media.not_found", await Refusal(Given.Picture.Key.Replace("00aa", "00bb", StringComparison.Ordinal)));

    [Fact]
    public async Task is_about_no_file_where_the_key_is_no_text_that_a_database_takes() =>
        Assert.False((await api.Ask("{ mediaAsset(key: \"a\\u0000b\") { key } }")).HasErrors);

    private async Task<string?> Refusal(string key)
    {
        var reply = await api.Ask(
            """mutation($key: String!) { removeMedia(input: { key: $key, commandId: "gone" }) { errors { ... on UserError { code } } } }""",
            new { key }
        );
        Assert.False(reply.HasErrors, reply.Json.ToString());
        return reply.Data.GetProperty("removeMedia").GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
