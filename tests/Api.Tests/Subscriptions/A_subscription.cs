using System.Text.Json;
using Campaigns.Api.Tests.Fields;
using Campaigns.Api.Tests.Transport;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Subscriptions;

/// <summary>Of the real schema, over a real socket, from what is appended to what is heard.</summary>
public sealed class A_subscription(LiveApi api) : IClassFixture<LiveApi>
{
    private const string Campaigns =
        "subscription($id: ID, $after: String) { change: campaignChanged(id: $id, after: $after) { position campaignId campaign { name posts { caption } } event { eventName summary actor subjectKind subjectId } } }";

    private const string Posts =
        "subscription($id: ID, $after: String) { change: postChanged(campaignId: $id, after: $after) { position postIds posts { caption } event { eventName } } }";

    private const string Publications =
        "subscription($id: ID, $campaignId: ID, $after: String) { change: publicationChanged(id: $id, campaignId: $campaignId, after: $after) { position publicationId publication { status } event { eventName } } }";

    private static readonly TenantId Stranger = TenantId.Parse("org_stranger");

    [Fact]
    public async Task tells_what_happened_and_how_things_are_now()
    {
        var campaign = NewCampaign();
        var positions = await api.Append(
            campaign,
            new CampaignEvent.Created("Bread", "Sell bread", null),
            new CampaignEvent.Renamed("Fresh bread")
        );
        await using var client = await api.Connect();

        await client.Subscribe("s", Campaigns, new { id = campaign.Value, after = "0" });

        var (first, second) = (await Change(client), await Change(client));
        Assert.Equal(positions, [Position(first), Position(second)]);
        Assert.Equal("Fresh bread", second.GetProperty("campaign").GetProperty("name").GetString());
        Assert.Equal(
            $$"""{"eventName":"campaign.renamed.v1","summary":"The campaign was renamed to “Fresh bread”.","actor":"user_ada","subjectKind":"CAMPAIGN","subjectId":"{{campaign.Value}}"}""",
            second.GetProperty("event").GetRawText()
        );
        var third = await api.Append(campaign, new CampaignEvent.ItemAdded(NewItem(), Given.Post("first")));
        var change = await Change(client);
        Assert.Equal(third[0], Position(change));
        Assert.Equal("""{"name":"Fresh bread","posts":[{"caption":"first"}]}""", change.GetProperty("campaign").GetRawText());
    }

    [Fact]
    public async Task without_a_position_tells_what_comes_from_now_on()
    {
        var campaign = NewCampaign();
        await api.Append(campaign, new CampaignEvent.Created("Old", "Sell bread", null));
        await using var client = await api.Connect();
        await client.Subscribe("old", Campaigns, new { id = campaign.Value, after = "0" });
        await Change(client);
        await client.Say(new { id = "old", type = "complete" });
        using var events = await Events(Campaigns, new { id = campaign.Value }); // has begun when its headers are here

        var now = await api.Append(campaign, new CampaignEvent.Renamed("New"));

        Assert.Equal($"id: {now[0]}", await NextId(events));
    }

    [Fact]
    public async Task goes_on_behind_any_position_without_loss_or_repetition()
    {
        var campaign = NewCampaign();
        var all = await api.Append(campaign, new CampaignEvent.Created("0", "Sell bread", null));
        for (var n = 1; n < 60; n++)
            all.AddRange(await api.Append(campaign, new CampaignEvent.Renamed($"{n}")));

        foreach (var seen in (int[])[1, 19, 20, 21, 40, 59])
        {
            await using var client = await api.Connect();
            await client.Subscribe("s", Campaigns, new { id = campaign.Value, after = all[seen - 1] });
            foreach (var expected in all.Skip(seen))
                Assert.Equal(expected, Position(await Change(client)));
        }
    }

    [Fact]
    public async Task of_posts_tells_which_and_what_became_of_them()
    {
        var campaign = NewCampaign();
        var (one, two) = (NewItem(), NewItem());
        var positions = await api.Append(
            campaign,
            new CampaignEvent.Created("Bread", "Sell bread", null),
            new CampaignEvent.Written(Given.Generation, [new(one, Given.Post("one")), new(two, Given.Post("two"))], Given.Model),
            new CampaignEvent.Renamed("No post"),
            new CampaignEvent.ItemRemoved(one)
        );
        await using var client = await api.Connect();

        await client.Subscribe("s", Posts, new { id = campaign.Value, after = "0" });

        var (written, removed) = (await Change(client), await Change(client));
        Assert.Equal([positions[1], positions[3]], [Position(written), Position(removed)]);
        Assert.Equal($"""["{one}","{two}"]""", written.GetProperty("postIds").GetRawText());
        Assert.Equal("""[null]""", removed.GetProperty("posts").GetRawText());
        Assert.Equal("""{"caption":"two"}""", written.GetProperty("posts")[1].GetRawText());
    }

    [Fact]
    public async Task of_publications_is_of_one_or_of_a_campaigns_or_of_all()
    {
        var (campaign, other) = (NewCampaign(), NewCampaign());
        PublicationId mine = NewPublication(),
            another = NewPublication();
        List<string> positions =
        [
            .. await Publish(mine, new PublicationEvent.Scheduled[] { Scheduled(campaign) }),
            .. await Publish(another, new PublicationEvent.Scheduled[] { Scheduled(other) }),
            .. await Publish(mine, [new PublicationEvent.GaveUp(Given.Busy)]),
        ];
        await using var client = await api.Connect();

        await client.Subscribe("1", Publications, new { id = mine.Value, after = Before(positions[0]) });
        await client.Subscribe("2", Publications, new { campaignId = campaign.Value, after = Before(positions[0]) });
        await client.Subscribe("3", Publications, new { after = Before(positions[0]) });

        var heard = new List<(string Id, string Position)>();
        while (heard.Count < 7)
        {
            var message = await client.Hear();
            var change = message.GetProperty("payload").GetProperty("data").GetProperty("change");
            Assert.NotEqual(JsonValueKind.Null, change.GetProperty("publication").ValueKind);
            heard.Add((message.GetProperty("id").GetString()!, Position(change)));
        }
        Assert.Equal([positions[0], positions[2]], heard.Where(one => one.Id == "1").Select(one => one.Position));
        Assert.Equal([positions[0], positions[2]], heard.Where(one => one.Id == "2").Select(one => one.Position));
        Assert.Equal(positions, heard.Where(one => one.Id == "3").Select(one => one.Position));
    }

    [Fact]
    public async Task of_anothers_things_tells_nothing()
    {
        var (theirs, ours) = (NewCampaign(), NewCampaign());
        await api.Append(theirs, new CampaignEvent.Created("Secret", "Sell bread", null));
        await using var client = await api.Connect(Stranger.Value);
        await client.Subscribe("theirs", Campaigns, new { id = theirs.Value, after = "0" });
        await client.Subscribe("posts", Posts, new { id = theirs.Value, after = "0" });
        await client.Subscribe("publications", Publications, new { campaignId = theirs.Value, after = "0" });
        await client.Subscribe("all", Campaigns, new { after = "0" });

        await api.Append(theirs, new CampaignEvent.Renamed("Secret still"));
        var seen = await api.Append(Stranger, ours, new CampaignEvent.Created("Ours", "Sell bread", null));

        var heard = await client.Hear();
        Assert.Equal("all", heard.GetProperty("id").GetString());
        Assert.Equal(seen[0], Position(heard.GetProperty("payload").GetProperty("data").GetProperty("change")));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    public async Task refuses_what_is_no_position(string after)
    {
        await using var client = await api.Connect();

        await client.Subscribe("s", Campaigns, new { after });

        var error = await client.HearShort();
        Assert.StartsWith("error s ", error, StringComparison.Ordinal);
        Assert.Contains("BAD_USER_INPUT", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task goes_on_by_itself_when_the_database_was_away()
    {
        var campaign = NewCampaign();
        await api.Append(campaign, new CampaignEvent.Created("0", "Sell bread", null));
        await using var client = await api.Connect();
        await client.Subscribe("s", Campaigns, new { id = campaign.Value, after = "0" });
        await Change(client);

        var expected = new List<string>();
        for (var n = 0; n < 20; n++)
        {
            if (n % 5 == 0)
                await CutEveryConnection();
            expected.AddRange(await api.Append(campaign, new CampaignEvent.Renamed($"{n}")));
        }

        foreach (var position in expected)
        {
            var change = await Change(client);
            Assert.Equal(position, Position(change));
            Assert.NotEqual(JsonValueKind.Null, change.GetProperty("campaign").ValueKind);
        }
    }

    [Fact]
    public async Task of_events_goes_on_behind_the_last_id_a_browser_saw()
    {
        var campaign = NewCampaign();
        var positions = await api.Append(
            campaign,
            new CampaignEvent.Created("0", "Sell bread", null),
            new CampaignEvent.Renamed("1"),
            new CampaignEvent.Renamed("2")
        );

        using var events = await Events(Campaigns, new { id = campaign.Value, after = "0" }, lastEventId: positions[1]);

        Assert.Equal($"id: {positions[2]}", await NextId(events));
    }

    [Fact]
    public async Task of_events_shows_that_it_is_alive()
    {
        using var events = await Events(Campaigns, new { id = NewCampaign().Value });

        Assert.Equal(":", await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private async Task CutEveryConnection()
    {
        await using var cut = api.Superuser.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        );
        await cut.ExecuteNonQueryAsync();
    }

    private async Task<StreamReader> Events(string query, object variables, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/graphql?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}"
        );
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {api.Token()}");
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    private static async Task<string> NextId(StreamReader events)
    {
        while (true)
            if (
                await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line
                && line.StartsWith("id:", StringComparison.Ordinal)
            )
                return line;
    }

    private static async Task<JsonElement> Change(SocketClient client)
    {
        var message = await client.Hear();
        Assert.True(message.GetProperty("type").GetString() == "next", message.GetRawText());
        Assert.False(message.GetProperty("payload").TryGetProperty("errors", out _), message.GetRawText());
        return message.GetProperty("payload").GetProperty("data").GetProperty("change");
    }

    private static string Position(JsonElement change) => change.GetProperty("position").GetString()!;

    // The log in memory counts by one.
    private static string Before(string position) => $"{ulong.Parse(position, System.Globalization.CultureInfo.InvariantCulture) - 1}";

    private static Guid New() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static CampaignId NewCampaign() => new(New());

    private static ItemId NewItem() => new(New());

    private static PublicationId NewPublication() => new(New());

    private static PublicationEvent.Scheduled Scheduled(CampaignId campaign)
    {
        var scheduled = Given.Scheduled(Given.Nine);
        return scheduled with { Content = scheduled.Content with { Campaign = campaign } };
    }

    private Task<List<string>> Publish(PublicationId publication, PublicationEvent[] events) =>
        api.Append(StreamName.Of("publication", Given.Club, publication.Value), events);
}
