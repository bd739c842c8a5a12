using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Fields;

public sealed class A_history_entry(FilledApi api) : IClassFixture<FilledApi>
{
    [Fact]
    public async Task tells_what_changed_from_what_to_what()
    {
        await api.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(11).Value),
            new CampaignEvent.Created("Bread", "Sell bread", null),
            new CampaignEvent.ItemAdded(Given.Item(110), Given.Post("old")),
            new CampaignEvent.ItemTextChanged(Given.Item(110), Given.Post("new").Text)
        );

        var entry = (await Entries($"campaignId: \"{Given.Campaign(11)}\""))[0];

        Assert.Equal(
            $$"""[{"field":"caption","from":"old","to":"new","postId":"{{Given.Item(110)}}","inWords":"The post's caption was changed from “old” to “new”."}]""",
            entry.GetProperty("changes").GetRawText()
        );
        Assert.Equal("The post's caption was changed from “old” to “new”.", entry.GetProperty("changesInWords").GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("changesUntoldBecause").ValueKind);
        Assert.Equal("user_ada", entry.GetProperty("actor").GetString());
    }

    [Fact]
    public async Task tells_where_a_publication_was_moved()
    {
        await api.Append(
            StreamName.Of("publication", Given.Club, Given.Publication(12).Value),
            Given.Scheduled(Given.Nine.AddHours(1), campaign: 12),
            new PublicationEvent.Rescheduled(
                new("2026-11-24T09:00:00", "Europe/Berlin", Given.Nine.AddHours(23), LocalTimeRule.Exact),
                Given.Nine.AddHours(47)
            )
        );

        var moved = (await Entries($"subjectId: \"{Given.Publication(12)}\""))[0];

        Assert.Contains(
            """{"field":"zone","from":"Etc/UTC","to":"Europe/Berlin","postId":null,"inWords":"The zone was changed from “Etc/UTC” to “Europe/Berlin”."}""",
            moved.GetProperty("changes").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The local due time was changed from “2026-11-23 10:00:00” to “2026-11-24 09:00:00”. The zone was",
            moved.GetProperty("changesInWords").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task tells_what_changed_in_the_settings()
    {
        await api.Append(StreamName.Of("tenant", Given.Club), new TenantEvent.ZoneSet("Europe/Berlin"));

        var reply = await api.Ask(
            "query($at: String!) { tenant(atLeast: $at) { history(last: 1) { nodes { changes { field from to } } } } }",
            new { at = api.Head }
        );

        Assert.Equal(
            """{"history":{"nodes":[{"changes":[{"field":"zone","from":"Europe/Lisbon","to":"Europe/Berlin"}]}]}}""",
            reply.Data.GetProperty("tenant").GetRawText()
        );
    }

    [Fact]
    public async Task of_a_page_is_told_with_one_question_a_subject()
    {
        await api.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(13).Value),
            new CampaignEvent.Created("Bread", "Sell bread", null),
            new CampaignEvent.Renamed("Rolls"),
            new CampaignEvent.Renamed("Cakes")
        );
        api.AskedOfHistory.Clear();

        await Entries($"campaignId: \"{Given.Campaign(13)}\"");

        Assert.Equal(["campaign 3 2 1"], api.AskedOfHistory);
    }

    [Fact]
    public async Task of_any_kind_tells_its_changes_without_secrets()
    {
        var reply = await api.Ask(
            "query($at: String!) { history(first: 100, atLeast: $at) { nodes { subjectKind changes { field from to inWords } } } }",
            new { at = api.Head }
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        Assert.DoesNotContain(Given.Token.ToString(), reply.Json.ToString(), StringComparison.Ordinal);
        var nodes = reply.Data.GetProperty("history").GetProperty("nodes").EnumerateArray().ToList();
        Assert.All(
            nodes.Where(node => node.GetProperty("subjectKind").GetString() is "ACCOUNT" or "BRAND" or "PUBLICATION"),
            node => Assert.NotEqual(0, node.GetProperty("changes").GetArrayLength())
        );
    }

    private async Task<JsonElement[]> Entries(string where)
    {
        var reply = await api.Ask(
            $$"""
            query($at: String!) {
              history(where: { {{where}} }, atLeast: $at) {
                nodes { actor changes { field from to postId inWords } changesInWords changesUntoldBecause }
              }
            }
            """,
            new { at = api.Head }
        );
        Assert.False(reply.HasErrors, reply.Json.ToString());
        return [.. reply.Data.GetProperty("history").GetProperty("nodes").EnumerateArray()];
    }
}
