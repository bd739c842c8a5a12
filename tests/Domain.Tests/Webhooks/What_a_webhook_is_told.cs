using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Tests.Events;
using Campaigns.Domain.Webhooks;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Webhooks;

public sealed class What_a_webhook_is_told
{
    private static readonly Guid Event = Guid.Parse("01a20664-9b94-7928-8e85-000000000001");
    private static readonly TenantId Tenant = TenantId.Parse("org_club");

    [Fact]
    public void of_a_post_names_it_and_where_it_stands()
    {
        var told = Tell(new PublicationEvent.GaveUp(Hiccup))!;

        Assert.Equal(("post.gave_up", Nine), (told.Type, told.Timestamp));
        var scheduled = ScheduledFor(Nine);
        Assert.Equal(
            ("gave_up", scheduled.Content.Campaign, scheduled.Content.Item, Outing, scheduled.Target.Account, Nine),
            (told.Data.Status, told.Data.CampaignId, told.Data.PostId, told.Data.PublicationId, told.Data.AccountId, told.Data.DueAt)
        );
        Assert.Equal((Hiccup.Message, Hiccup.Code, "transient"), (told.Data.Reason, told.Data.Problem!.Code, told.Data.Problem.Class));
    }

    [Fact]
    public void of_a_used_up_quota_is_a_deferral() =>
        Assert.Equal("post.deferred", Tell(new PublicationEvent.AttemptFailed(PublicationPhase.Publish, Full, Ten))!.Type);

    [Fact]
    public void of_a_move_is_the_new_time()
    {
        var moved = new PublicationEvent.Rescheduled(ScheduledFor(Ten).When, Ten.AddDays(1));

        Assert.Equal((Ten, "scheduled"), (Tell(moved)!.Data.DueAt!.Value, Tell(moved)!.Data.Status));
    }

    [Fact]
    public void of_an_approval_is_whose_it_is()
    {
        var told = ToldPost.Tell(Tenant, Autumn, Event, Nine, Ben, new CampaignEvent.ItemApproved(First, "hash", Ben, "Fine."))!;

        Assert.Equal(("post.approved", First, Ben.Value, "Fine."), (told.Type, told.Data.PostId, told.Data.By, told.Data.Reason));
    }

    [Fact]
    public void of_ai_money_is_the_limit_and_what_is_spent()
    {
        var told = ToldMoney.Tell(Tenant, Event, Nine, new LedgerEvent.SoftLimitReached(Autumn, MicroUsd.Of(10), MicroUsd.Of(12)))!;

        Assert.Equal(("ai.soft_limit_reached", "soft_limit_reached", Autumn), (told.Type, told.Data.Status, told.Data.CampaignId!.Value));
        Assert.Equal((MicroUsd.Of(10), MicroUsd.Of(12)), (told.Data.LimitMicroUsd!.Value, told.Data.SpentMicroUsd!.Value));
        Assert.Equal(
            "ai.held",
            ToldMoney.Tell(Tenant, Event, Nine, new LedgerEvent.Overrun(default, MicroUsd.Of(1), MicroUsd.Of(2)))!.Type
        );
        Assert.Null(ToldMoney.Tell(Tenant, Event, Nine, new LedgerEvent.HoldLifted("Fine.")));
    }

    [Fact]
    public void is_each_topic_by_some_event_and_no_other_event_is_looked_at()
    {
        var told = EventSamples.All.Where(sample => WebhookTopics.Of(sample) is not null).ToList();
        var deferred = new PublicationEvent.AttemptFailed(PublicationPhase.Publish, Hiccup, Ten);

        Assert.Equal(
            Enum.GetValues<WebhookTopic>().Order(),
            told.Append(deferred).Select(sample => WebhookTopics.Of(sample)!.Value).Distinct().Order()
        );
        Assert.Equal(
            WebhookTopics.EventNames.Order(StringComparer.Ordinal),
            told.Select(sample => EventCatalogue.NameOf(sample.GetType())).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(WebhookTopic.PostLive, "post.live")]
    [InlineData(WebhookTopic.PostApprovalRequested, "post.approval_requested")]
    [InlineData(WebhookTopic.AiSoftLimitReached, "ai.soft_limit_reached")]
    public void is_named_in_small_letters(WebhookTopic topic, string name) => Assert.Equal(name, topic.Wire());

    private static ToldMessage? Tell(PublicationEvent happened) =>
        ToldPost.Nothing.After(ScheduledFor(Nine)).After(happened).Tell(Tenant, Outing, Event, Nine, happened);
}
