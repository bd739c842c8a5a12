using System.Globalization;
using System.Text.Json;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.Integrations;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests.Webhooks;

// These tests move the clock by days, one after the other: each has a receiver of its own, and begins whenever it is.
public sealed class A_webhook(Cluster cluster) : IClassFixture<Cluster>
{
    private readonly string host = $"hooks-{cluster.NewId():N}.example.com";
    private readonly DateTimeOffset begun = cluster.Clock.GetUtcNow();

    private string Url => $"https://{host}/";

    private IReadOnlyList<WebhookMessage> Sent => [.. cluster.Webhooks.Sent.Where(message => message.Url.Host == host)];

    [Fact]
    public async Task is_told_the_whole_life_of_a_post_and_of_nobody_elses()
    {
        var post = await Scheduled();
        await Scheduled(); // another tenant's
        var (webhook, _) = await Created(post.Tenant);
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        await Wake(post.Tenant, webhook);
        await Delivered(webhook, 4);

        var told = Sent.Select(message => JsonSerializer.Deserialize<JsonElement>(message.Body)).ToList();
        Assert.Equal(
            ["post.approved", "post.live", "post.publish_started", "post.scheduled"],
            told.Select(message => message.GetProperty("type").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.All(told, message => Assert.Equal(post.Tenant.Value, message.GetProperty("data").GetProperty("tenant").GetString()));
        var live = told.Single(message => message.GetProperty("type").GetString() == "post.live").GetProperty("data");
        Assert.Equal(post.Publication.Value, live.GetProperty("publicationId").GetString());
        Assert.Equal("live", live.GetProperty("status").GetString());
    }

    [Fact]
    public async Task is_told_a_thing_once_though_it_is_woken_often_and_crashes()
    {
        var post = await Scheduled();
        var (webhook, _) = await Created(post.Tenant);
        for (var i = 0; i < 5; i++)
        {
            await Wake(post.Tenant, webhook);
            await Delivered(webhook, 2);
            await cluster.Crash();
        }

        Assert.Equal(2, Sent.Count);
    }

    [Fact]
    public async Task is_told_again_under_the_same_id_when_the_outcome_was_lost()
    {
        var (tenant, webhook) = await Tried();
        cluster.Webhooks.LoseOutcomes = 1;
        Accepted((await cluster.Grains.Webhook(tenant, webhook).Test(cluster.Ana())).Outcome);

        await Delivered(webhook, 1);

        Assert.Equal(2, Sent.Count);
        Assert.Single(Sent.Select(message => (message.Id, message.Body)).Distinct());
    }

    [Fact]
    public async Task that_does_not_answer_is_tried_for_a_day_and_then_given_up_and_sent_to_again_on_request()
    {
        var (tenant, webhook) = await Tried();
        cluster.Webhooks.Receivers[host] = () => Task.FromResult(new WebhookAnswer(500, "It answered 500."));
        Accepted((await cluster.Grains.Webhook(tenant, webhook).Test(cluster.Ana())).Outcome);

        await cluster.Until(() => IsAfter(tenant, webhook, "gave_up"), TimeSpan.FromMinutes(20));
        Assert.Equal(DeliverySchedule.MostAttempts, cluster.Webhooks.Of(webhook).Single().Attempts);
        Assert.InRange(cluster.Clock.GetUtcNow() - begun, TimeSpan.FromHours(20), TimeSpan.FromHours(50));

        cluster.Webhooks.Receivers.Clear();
        var delivery = cluster.Webhooks.Of(webhook).Single().Message.Id;
        Accepted((await cluster.Grains.Webhook(tenant, webhook).SendAgain(delivery, cluster.Ana())).Outcome);
        await Delivered(webhook, 1);
    }

    [Fact]
    public async Task to_which_nothing_came_through_for_days_is_disabled_and_can_be_enabled()
    {
        var (tenant, webhook) = await Tried();
        cluster.Webhooks.Receivers[host] = () => Task.FromResult(new WebhookAnswer(null, "It could not be connected to."));
        var grain = cluster.Grains.Webhook(tenant, webhook);
        Accepted((await grain.Test(cluster.Ana())).Outcome);
        await cluster.Until(() => IsAfter(tenant, webhook, "gave_up"), TimeSpan.FromMinutes(20));
        cluster.Clock.Advance(DeliverySchedule.DisabledAfter);

        Accepted((await grain.Test(cluster.Ana())).Outcome);
        await cluster.Until(async () => (await Described(tenant, webhook)).DisabledBecause is not null);

        Assert.Contains("webhook.disabled.v1", await cluster.Names($"webhook-{tenant}/{webhook}"));
        Assert.Equal("webhook.disabled", Refused((await grain.Test(cluster.Ana())).Outcome));
        cluster.Webhooks.Receivers.Clear();
        Accepted(await grain.Enable(new(DeliverMissed: false), cluster.Ana()));
        await Delivered(webhook, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_told_what_it_missed_while_it_was_disabled_only_on_request(bool deliverMissed)
    {
        var post = await Scheduled();
        var (webhook, _) = await Created(post.Tenant);
        var grain = cluster.Grains.Webhook(post.Tenant, webhook);
        Accepted(await grain.Disable(new("Holidays."), cluster.Ana()));
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        Accepted(await grain.Enable(new(deliverMissed), cluster.Ana()));
        await Wake(post.Tenant, webhook); // by whoever knows less
        Accepted((await grain.Test(cluster.Ana())).Outcome);
        await Delivered(webhook, deliverMissed ? 5 : 1);

        var live = Sent.Count(message => message.Body.Contains("post.live", StringComparison.Ordinal));
        Assert.Equal(deliverMissed ? 1 : 0, live);
    }

    [Fact]
    public async Task is_refused_when_its_tenant_has_many_others_and_leaves_no_secret_then()
    {
        var kept = cluster.Studio.Tokens;
        cluster.Webhooks.Others = WebhookDecider.MostOfTenant;
        try
        {
            var grain = cluster.Grains.Webhook(cluster.NewTenant(), new(cluster.NewId()));
            var made = await grain.Create(new(Url, [], null), cluster.Ana());

            Assert.Equal(("webhook.too_many", null), (Refused(made.Outcome), made.Secret));
            Assert.Equal(kept, cluster.Studio.Tokens);
        }
        finally
        {
            cluster.Webhooks.Others = 0;
        }
    }

    [Fact]
    public async Task that_says_it_is_gone_is_disabled_at_once()
    {
        var (tenant, webhook) = await Tried();
        cluster.Webhooks.Receivers[host] = () => Task.FromResult(new WebhookAnswer(410, "It answered 410."));
        Accepted((await cluster.Grains.Webhook(tenant, webhook).Test(cluster.Ana())).Outcome);

        await cluster.Until(async () => (await Described(tenant, webhook)).DisabledBecause is not null);
    }

    [Fact]
    public async Task that_is_slow_delays_no_other()
    {
        var (tenant, slow) = await Tried($"https://slow-{host}/");
        var (_, quick) = (tenant, (await Created(tenant)).Webhook);
        var answer = new TaskCompletionSource<WebhookAnswer>();
        cluster.Webhooks.Receivers[$"slow-{host}"] = () => answer.Task;
        Accepted((await cluster.Grains.Webhook(tenant, slow).Test(cluster.Ana())).Outcome);
        await cluster.Until(() => Task.FromResult(cluster.Webhooks.Sent.Any(message => message.Url.Host == $"slow-{host}")), TimeSpan.Zero);

        Accepted((await cluster.Grains.Webhook(tenant, quick).Test(cluster.Ana())).Outcome);
        await Delivered(quick, 1);
        Accepted(await cluster.Grains.Webhook(tenant, slow).Change(new(null, [], "It takes commands meanwhile."), cluster.Ana()));

        Assert.Equal("pending", cluster.Webhooks.Of(slow).Single().State);
        answer.SetResult(new(204, null));
        await Delivered(slow, 1);
    }

    [Fact]
    public async Task is_signed_to_with_both_secrets_for_a_while_after_a_rotation()
    {
        var tenant = cluster.NewTenant();
        var (webhook, first) = await Created(tenant);
        var grain = cluster.Grains.Webhook(tenant, webhook);
        var by = cluster.Ana();
        var rotated = await grain.RotateSecret(new(TimeSpan.FromHours(1)), by);
        var repeated = await grain.RotateSecret(new(TimeSpan.FromHours(1)), by);
        Assert.Equal((rotated.Secret, true), (repeated.Secret, rotated.Secret != first));

        await grain.Test(cluster.Ana());
        await Delivered(webhook, 1);
        cluster.Clock.Advance(TimeSpan.FromHours(2));
        await grain.Test(cluster.Ana());
        await Delivered(webhook, 2);

        Assert.Equal(
            [
                [rotated.Secret!, first],
                [rotated.Secret!],
            ],
            Sent.Select(message => message.Secrets.ToArray())
        );
    }

    [Fact]
    public async Task gives_its_secret_again_to_the_command_that_made_it_and_to_no_other()
    {
        var tenant = cluster.NewTenant();
        var grain = cluster.Grains.Webhook(tenant, new(cluster.NewId()));
        var by = cluster.Ana();
        var made = await grain.Create(new(Url, [], null), by);

        Assert.StartsWith("whsec_", made.Secret);
        Assert.Equal(made.Secret, (await grain.Create(new(Url, [], null), by)).Secret);
        var other = await grain.Create(new(Url, [], null), cluster.Ana());
        Assert.Equal(("webhook.exists", null), (Refused(other.Outcome), other.Secret));
        Assert.Equal("webhook.url_malformed", Refused(await grain.Change(new("http://127.0.0.1/", null, null), cluster.Ana())));
    }

    [Fact]
    public async Task that_is_removed_leaves_no_secret_and_nothing_to_be_sent()
    {
        var (tenant, webhook) = await Tried();
        var kept = cluster.Studio.Tokens;
        cluster.Webhooks.Receivers[host] = () => Task.FromResult(new WebhookAnswer(500, "It answered 500."));
        var grain = cluster.Grains.Webhook(tenant, webhook);
        await grain.Test(cluster.Ana());
        await cluster.Until(() => Task.FromResult(cluster.Webhooks.Of(webhook).Any(one => one.Attempts > 0)));

        Accepted(await grain.Remove(new(), cluster.Ana()));

        Assert.Equal(kept - 1, cluster.Studio.Tokens);
        await cluster.Until(() => IsAfter(tenant, webhook, "dropped"));
        Assert.Equal("webhook.not_found", Refused((await grain.Test(cluster.Ana())).Outcome));
    }

    [Fact]
    public async Task is_sent_nothing_that_was_never_written()
    {
        var (tenant, webhook) = await Tried();
        var delivery = await cluster.Grains.Webhook(tenant, webhook).SendAgain(cluster.NewId(), cluster.Ana());

        Assert.Equal("webhook.delivery_not_found", Refused(delivery.Outcome));
    }

    private async Task<ReadyPost> Scheduled()
    {
        var post = await cluster.ApprovedPost();
        Accepted(
            await cluster
                .Grains.Campaign(post.Tenant, post.Campaign)
                .SchedulePost(post.At(cluster.Clock.GetUtcNow().AddMinutes(12).ToString("s", CultureInfo.InvariantCulture)), cluster.Ana())
        );
        return post;
    }

    private async Task<(WebhookId Webhook, string Secret)> Created(TenantId tenant, string? url = null)
    {
        var webhook = new WebhookId(cluster.NewId());
        var made = await cluster.Grains.Webhook(tenant, webhook).Create(new(url ?? Url, [], null), cluster.Ana());
        Accepted(made.Outcome);
        return (webhook, made.Secret!);
    }

    private async Task<(TenantId Tenant, WebhookId Webhook)> Tried(string? url = null)
    {
        var tenant = cluster.NewTenant();
        return (tenant, (await Created(tenant, url)).Webhook);
    }

    // As the alarm and the sweep do it.
    private Task Wake(TenantId tenant, WebhookId webhook) => cluster.Grains.WebhookDispatch(tenant, webhook).Wake("0");

    private Task Delivered(WebhookId webhook, int messages) =>
        cluster.Until(() => Task.FromResult(cluster.Webhooks.Of(webhook).Count(one => one.State == "delivered") == messages));

    private async Task<bool> IsAfter(TenantId tenant, WebhookId webhook, string state)
    {
        await cluster.Grains.WebhookDispatch(tenant, webhook).Wake(since: null);
        return cluster.Webhooks.Of(webhook).All(one => one.State == state);
    }

    private async Task<Webhook.Open> Described(TenantId tenant, WebhookId webhook) =>
        Assert.IsType<Webhook.Open>(await cluster.Grains.Webhook(tenant, webhook).Describe());
}
