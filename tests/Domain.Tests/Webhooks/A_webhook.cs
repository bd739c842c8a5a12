using Campaigns.Domain.Webhooks;
using static Campaigns.Domain.Tests.Webhooks.WebhookSample;

namespace Campaigns.Domain.Tests.Webhooks;

public sealed class A_webhook
{
    [Fact]
    public void is_told_elsewhere_when_it_is_changed() =>
        Given(Created)
            .When(Change(new("https://hooks.example.org/", [], "")))
            .Then(new WebhookEvent.Changed("https://hooks.example.org/", [], null))
            .AndAgainNothing();

    [Fact]
    public void keeps_what_is_not_changed() =>
        Given(Created).When(Change(new(null, null, "Theirs."))).Then(new WebhookEvent.Changed(Url, Created.Topics, "Theirs."));

    [Fact]
    public void is_not_changed_to_a_private_address() =>
        Given(Created).When(Change(new("https://router/", null, null))).ThenRefused("webhook.url_malformed", "url");

    [Fact]
    public void keeps_its_former_secret_for_a_while_when_it_gets_another()
    {
        var rotated = new WebhookEvent.SecretRotated(NewKey, Nine.AddDays(1));
        Given(Created).When(Rotate(TimeSpan.FromDays(1))).Then(rotated);

        var open = Open(Created, rotated);
        Assert.Equal((NewKey, new FormerSecret(Key, Nine.AddDays(1))), (open.Secret, open.Former));
    }

    [Fact]
    public void does_not_keep_it_for_ever()
    {
        Given(Created).When(Rotate(TimeSpan.FromDays(8))).ThenRefused("webhook.overlap_malformed", "keepFormerForHours");
        Given(Created).When(Rotate(TimeSpan.FromHours(-1))).ThenRefused("webhook.overlap_malformed", "keepFormerForHours");
    }

    [Fact]
    public void is_disabled_by_a_person() => Given(Created).When(Disable("By hand.")).Then(Disabled).AndAgainNothing();

    [Fact]
    public void is_not_disabled_without_a_reason() => Given(Created).When(Disable(" ")).ThenRefused("input.required", "reason");

    [Fact]
    public void is_disabled_by_us_when_nothing_arrives_for_long() =>
        Given(Created)
            .When((Webhook webhook) => WebhookDecider.GiveUp(webhook, "Nothing arrived."))
            .Then(new WebhookEvent.Disabled("Nothing arrived.", ByFailure: true))
            .AndAgainNothing();

    [Fact]
    public void is_enabled_again() =>
        Given(Created, Disabled).When(Enable(missed: true)).Then(new WebhookEvent.Enabled(DeliverMissed: true)).AndAgainNothing();

    [Fact]
    public void is_removed_with_all_its_secrets()
    {
        Given(Created).When((Webhook webhook) => WebhookDecider.Remove(webhook)).Then(Removed).AndAgainNothing();

        var gone = After<Webhook, WebhookEvent>([Created, new WebhookEvent.SecretRotated(NewKey, Ten), Removed]);
        Assert.Equal([NewKey, Key], Assert.IsType<Webhook.Gone>(gone).Secrets);
    }

    [Fact]
    public void that_is_not_there_takes_no_command()
    {
        foreach (
            var before in (WebhookEvent[][])
                [
                    [],
                    [Created, Removed],
                ]
        )
        {
            Given(before).When(Change(new(Url, null, null))).ThenRefused("webhook.not_found", "webhookId");
            Given(before).When(Rotate(TimeSpan.Zero)).ThenRefused("webhook.not_found", "webhookId");
            Given(before).When(Disable("By hand.")).ThenRefused("webhook.not_found", "webhookId");
            Given(before).When(Enable(missed: false)).ThenRefused("webhook.not_found", "webhookId");
        }
        Given().When((Webhook webhook) => WebhookDecider.Remove(webhook)).ThenRefused("webhook.not_found", "webhookId");
    }

    [Fact]
    public void tells_what_changed_but_never_a_secret() =>
        Assert.Equal(
            [new("formerSecretUntil", null, "2026-11-24 10:00:00 UTC")],
            WebhookChanges.Between(Open(Created), new WebhookEvent.SecretRotated(NewKey, new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)))
        );

    private static Func<Webhook, Decision<WebhookEvent>> Change(ChangeWebhook ask) =>
        webhook => WebhookDecider.Change(webhook, ask, loopbackAllowed: false);

    private static Func<Webhook, Decision<WebhookEvent>> Rotate(TimeSpan formerFor) =>
        webhook => WebhookDecider.Rotate(webhook, new(formerFor), NewKey, Nine);

    private static Func<Webhook, Decision<WebhookEvent>> Disable(string reason) => webhook => WebhookDecider.Disable(webhook, new(reason));

    private static Func<Webhook, Decision<WebhookEvent>> Enable(bool missed) => webhook => WebhookDecider.Enable(webhook, new(missed));
}
