using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Projections.History;
using CsCheck;

namespace Campaigns.Projections.Tests.History;

public sealed class A_history_row
{
    [Fact]
    public void says_what_happened_when_and_who_asked()
    {
        var stream = StreamName.Of("campaign", Given.Club, Given.Campaign().Value);
        var row = Row(stream, new CampaignEvent.Renamed("Bread"));

        Assert.Equal((stream.Value, "campaign", Given.Campaign().Uuid), (row.Stream, row.Kind, row.Aggregate));
        Assert.Equal(("campaign.renamed.v1", "The campaign was renamed to “Bread”."), (row.Name, row.Summary));
        Assert.Equal((Given.Nine, "user_ana", "c1"), (row.At, row.Actor, row.Command));
        Assert.Equal("""{"name":"Bread"}""", row.Data.GetRawText());
    }

    [Fact]
    public void names_the_campaign_where_the_event_does()
    {
        var row = Row(StreamName.Of("publication", Given.Club, Given.Publication().Value), Given.Scheduled());
        Assert.Equal(Given.Campaign().Uuid, row.Campaign);
        Assert.Equal("Scheduled to go out on @club1, 2026-11-23 10:00:00 Etc/UTC.", row.Summary);
    }

    [Fact]
    public void has_no_aggregate_in_a_tenants_own_stream() =>
        Assert.Null(Row(StreamName.Of("tenant", Given.Club), new TenantEvent.Released()).Aggregate);

    [Fact]
    public void does_not_tell_where_a_token_lies()
    {
        var token = new TokenRef(Given.Uuid(77));
        var row = Row(StreamName.Of("account", Given.Club, Given.Account().Value), new AccountEvent.Connected("17841", "club", token));
        Assert.Equal("""{"instagramUserId":"17841","username":"club"}""", row.Data.GetRawText());
    }

    [Fact]
    public void cuts_long_words_between_characters() =>
        Assert.Equal(
            $"The campaign was renamed to “{new string('a', 78)}…”.",
            Row(
                StreamName.Of("campaign", Given.Club, Given.Campaign().Value),
                new CampaignEvent.Renamed(new string('a', 78) + "🥐🥐")
            ).Summary
        );

    [Fact]
    public void has_words_for_every_event() =>
        Arbitrary.History.Sample(history =>
            Assert.All(
                Rows.From(new HistoryProjection(), history),
                row => Assert.False(row.Summary.StartsWith("Something happened", StringComparison.Ordinal), row.Name)
            )
        );

    private static HistoryRow Row(StreamName stream, DomainEvent happened) =>
        Assert.Single(Rows.From(new HistoryProjection(), Given.Recorded(stream, happened)));
}
