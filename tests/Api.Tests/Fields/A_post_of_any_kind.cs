using Campaigns.Domain.Campaigns;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Fields;

public sealed class A_post_of_any_kind(FilledApi api) : IClassFixture<FilledApi>
{
    [Fact]
    public async Task shows_its_kind_and_all_its_files_in_order()
    {
        var film = Given.Picture with { Key = "org_club/2.mp4", ContentType = "video/mp4", Video = new("mp4", "h264", null, null, 24, 4) };
        await api.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(3).Value),
            new CampaignEvent.ItemKindChanged(Given.Item(30), PostKind.Carousel),
            new CampaignEvent.MediaAttached(Given.Item(30), film, [Given.Picture])
        );

        var reply = await api.Ask(
            """
            query($id: ID!, $atLeast: String) {
              campaign(id: $id, atLeast: $atLeast) { posts { kind media { key } mediaList { key video { seconds codec audio } } } }
            }
            """,
            new { id = Given.Campaign(3).Value, atLeast = api.Head }
        );

        Assert.Equal(
            """
            [{"kind":"CAROUSEL","media":{"key":"org_club/2.mp4"},"mediaList":[
              {"key":"org_club/2.mp4","video":{"seconds":4,"codec":"h264","audio":null}},
              {"key":"org_club/0193a1b2-0000-7000-8000-0000000000aa-x.jpg","video":null}]},
             {"kind":"PHOTO","media":null,"mediaList":[]}]
            """.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            reply.Data.GetProperty("campaign").GetProperty("posts").GetRawText()
        );
    }

    [Theory]
    [InlineData("", "media.name_one_way")]
    [InlineData("mediaKeys: []", "media.name_one_way")]
    [InlineData("""mediaKey: "a", mediaKeys: ["b"]""", "media.name_one_way")]
    [InlineData("""mediaKeys: ["a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a"]""", "media.name_one_way")]
    [InlineData("""mediaKey: "org_club/none.jpg" """, "media.not_found")]
    [InlineData("""mediaKeys: ["org_club/none.jpg"]""", "media.not_found")]
    public async Task takes_its_files_by_one_way_of_naming_them(string named, string code)
    {
        var reply = await api.Ask(
            $$"""
            mutation($campaign: ID!, $item: ID!) {
              attachMedia(input: { campaignId: $campaign, itemId: $item, commandId: "attach" {{named}} }) {
                errors { ... on UserError { code } }
              }
            }
            """,
            new { campaign = Given.Campaign(1).Value, item = Given.Item(10).Value }
        );

        Assert.Equal(code, reply.Data.GetProperty("attachMedia").GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
