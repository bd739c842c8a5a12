using Campaigns.Domain.Webhooks;
using static Campaigns.Domain.Tests.Webhooks.WebhookSample;

namespace Campaigns.Domain.Tests.Webhooks;

public sealed class Setting_up_a_webhook
{
    [Fact]
    public void keeps_where_and_of_what_it_is_told() =>
        Given().When(Create(Url, [WebhookTopic.PostLive, WebhookTopic.PostGaveUp], "Our intranet.")).Then(Created);

    [Fact]
    public void of_no_topic_means_of_all()
    {
        var open = Open(Created with { Topics = [] });

        Assert.All(Enum.GetValues<WebhookTopic>(), topic => Assert.True(open.Wants(topic)));
        Assert.False(Open(Created).Wants(WebhookTopic.PostHeld));
    }

    [Fact]
    public void is_refused_under_an_id_that_is_taken() => Given(Created).When(Create(Url)).ThenRefused("webhook.exists", "id");

    [Theory]
    [InlineData("")]
    [InlineData("hooks.example.com/posts")]
    [InlineData("http://hooks.example.com/")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("https://user:word@hooks.example.com/")]
    [InlineData("https://hooks.example.com/#part")]
    [InlineData("https://hooks.example.com/with blank")]
    [InlineData("https://localhost/")]
    [InlineData("https://intranet/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[fd00::1]/")]
    public void is_refused_for_an_address_that_is_not_public(string url) =>
        Given().When(Create(url)).ThenRefused("webhook.url_malformed", "url");

    [Fact]
    public void is_refused_for_an_address_without_end() =>
        Given().When(Create($"{Url}?{new string('a', 2000)}")).ThenRefused("webhook.url_malformed", "url");

    [Theory]
    [InlineData("http://127.0.0.1:5099/hook")]
    [InlineData("http://localhost:5099/hook")]
    public void of_this_machine_is_for_the_sandbox_alone(string url)
    {
        Given().When(Create(url)).ThenRefused("webhook.url_malformed", "url");
        Assert.Null(WebhookUrlRule.Check(url, loopbackAllowed: true));
        Assert.NotNull(WebhookUrlRule.Check("http://hooks.example.com/", loopbackAllowed: true));
    }

    [Fact]
    public void is_refused_when_a_topic_is_named_twice() =>
        Given().When(Create(Url, [WebhookTopic.PostLive, WebhookTopic.PostLive])).ThenRefused("webhook.topics_malformed", "topics");

    [Fact]
    public void is_refused_when_its_tenant_has_as_many_as_it_may()
    {
        Given().When(Create(Url, others: WebhookDecider.MostOfTenant)).ThenRefused("webhook.too_many");
        Given().When(Create(Url, others: WebhookDecider.MostOfTenant - 1)).Then<WebhookEvent.Created>(_ => true);
    }

    private static Func<Webhook, Decision<WebhookEvent>> Create(
        string url,
        WebhookTopic[]? topics = null,
        string? description = null,
        int others = 0
    ) => webhook => WebhookDecider.Create(webhook, new(url, topics ?? [], description), Key, others, loopbackAllowed: false);
}
