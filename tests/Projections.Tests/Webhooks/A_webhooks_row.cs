using Campaigns.Domain.Accounts;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;
using Campaigns.Projections.History;
using Campaigns.Projections.Webhooks;
using static Campaigns.Domain.Webhooks.WebhookEvent;

namespace Campaigns.Projections.Tests.Webhooks;

public sealed class A_webhooks_row
{
    private static readonly TokenRef Secret = new(Given.Uuid(77));
    private static readonly Created Created = new("https://hooks.example.com/t0ken", [WebhookTopic.PostLive], "Our intranet.", Secret);

    [Fact]
    public void shows_where_and_of_what_it_is_told()
    {
        var row = After(Created, new WebhookEvent.Changed("https://hooks.example.org/", [], null))!;

        Assert.Equal(
            ("https://hooks.example.org/", 0, null, WebhookState.Enabled),
            (row.Url, row.Topics.Count, row.Description, row.State)
        );
    }

    [Fact]
    public void shows_why_it_is_told_nothing()
    {
        var row = After(Created, new Disabled("Nothing arrived.", ByFailure: true))!;

        Assert.Equal((WebhookState.Disabled, "Nothing arrived.", true), (row.State, row.DisabledBecause, row.DisabledByFailure));
    }

    [Theory]
    [InlineData(true, "1")]
    [InlineData(false, "3")]
    public void begins_anew_when_it_is_enabled_unless_it_is_told_what_it_missed(bool missed, string since)
    {
        var row = After(Created, new Disabled("By hand.", ByFailure: false), new Enabled(missed))!;

        Assert.Equal((WebhookState.Enabled, since, null), (row.State, row.Since, row.DisabledBecause));
    }

    [Fact]
    public void is_gone_when_it_is_removed() => Assert.Null(After(Created, new Removed()));

    [Fact]
    public void of_history_tells_neither_its_secret_nor_its_address()
    {
        var recorded = Given.Recorded(Stream, Created, new SecretRotated(new(Given.Uuid(78)), Given.Nine));
        var rows = Rows.From(new HistoryProjection(), recorded);

        Assert.All(
            rows,
            row =>
            {
                var told = row.Summary + row.Data.GetRawText();
                Assert.DoesNotContain("t0ken", told);
                Assert.DoesNotContain(Secret.Value, told);
            }
        );
    }

    private static StreamName Stream => StreamName.Of("webhook", Given.Club, $"{Given.Uuid(700)}");

    private static WebhookRow? After(params WebhookEvent[] events) =>
        Rows.From(new WebhooksProjection(), Given.Recorded(Stream, events)).SingleOrDefault();
}
