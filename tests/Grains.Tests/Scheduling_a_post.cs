using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Scheduling_a_post(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task is_refused_without_approval_unless_the_tenant_asks_for_none()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.EditItem(new(post.Item, Caption: "Other"), cluster.Ana()));

        Assert.Equal("campaign.not_approved", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana())));

        Accepted(await cluster.Grains.Tenant(post.Tenant).SetApprovalPolicy(new(ApprovalPolicy.None), cluster.Ana()));
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
    }

    [Fact]
    public async Task takes_the_late_policy_of_the_post_else_of_the_campaign_else_of_the_tenant()
    {
        var (post, ofTenant, ofCampaign, ofPost) = (await cluster.ApprovedPost(), Late(1), Late(2), Late(3));
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await cluster.Grains.Tenant(post.Tenant).SetLatePolicy(new(ofTenant), cluster.Ana()));
        Assert.Equal(ofTenant, await ScheduledWith(null));
        Accepted(await campaign.SetLatePolicy(new(ofCampaign), cluster.Ana()));
        Assert.Equal(ofCampaign, await ScheduledWith(null));
        Assert.Equal(ofPost, await ScheduledWith(ofPost));
        Accepted(await campaign.SetLatePolicy(new(null), cluster.Ana()));
        Assert.Equal(ofTenant, await ScheduledWith(null));

        async Task<LatePolicy?> ScheduledWith(LatePolicy? late)
        {
            var one = post with { Publication = new(cluster.NewId()) };
            Accepted(await campaign.SchedulePost(one.At("2026-11-30T09:00") with { Late = late }, cluster.Ana()));
            LatePolicy? held = null;
            await foreach (var recorded in cluster.Log.Read(EventStore.StreamName.Parse(one.Stream)))
                held ??= (recorded.Event as PublicationEvent.Scheduled)?.Late;
            Accepted(await cluster.Grains.Publication(post.Tenant, one.Publication).Withdraw(new("Again."), cluster.Ana()));
            return held;
        }

        static LatePolicy Late(int hours) => new(TimeSpan.FromHours(hours), LateAction.Ask);
    }

    [Fact]
    public async Task in_the_past_is_refused_and_may_be_asked_again_under_the_same_id()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();

        Assert.Equal("publication.due_in_past", Refused(await campaign.SchedulePost(post.At("2026-11-23T09:00"), by)));
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
    }

    [Fact]
    public async Task under_an_id_that_scheduled_another_is_refused_whatever_publication_it_names()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
        var another = post with { Publication = new(cluster.NewId()) };

        Assert.Equal("command.id_reused", Refused(await campaign.SchedulePost(another.At("2026-11-30T10:00"), by)));
        Assert.Empty(await cluster.Names(another.Stream));
    }

    [Fact]
    public async Task under_an_id_that_edited_the_post_is_refused()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        Accepted(await campaign.Rename(new("Other"), by));

        Assert.Equal("command.id_reused", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by)));
    }

    [Fact]
    public async Task twice_on_the_same_account_is_refused()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        var again = post with { Publication = new(cluster.NewId()) };

        Assert.Equal("campaign.item_scheduled", Refused(await campaign.SchedulePost(again.At("2026-11-30T10:00"), cluster.Ana())));
    }

    [Fact]
    public async Task on_an_account_of_another_tenant_is_refused_as_not_found()
    {
        var mine = await cluster.ApprovedPost();
        var theirs = await cluster.ApprovedPost();
        var ask = (mine with { Account = theirs.Account }).At("2026-11-30T09:00");

        Assert.Equal(
            "account.not_found",
            Refused(await cluster.Grains.Campaign(mine.Tenant, mine.Campaign).SchedulePost(ask, cluster.Ana()))
        );
    }

    [Fact]
    public async Task whose_log_fails_after_the_plan_is_completed_when_repeated()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: false);

        Assert.IsType<Outcome.Unavailable>(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));

        Assert.Equal(["publication.scheduled.v1"], await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task that_was_only_planned_cannot_come_about_once_the_post_was_edited()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: false);
        Assert.IsType<Outcome.Unavailable>(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));

        Accepted(await campaign.EditItem(new(post.Item, Caption: "Other"), cluster.Ana()));
        Accepted(await campaign.Approve(new(post.Item, null, null), cluster.Ana()));

        Assert.Equal("publication.ended", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by)));
    }

    [Fact]
    public async Task whose_picture_cannot_be_made_fit_is_refused_in_the_stages_words()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        cluster.Studio.AnswerNextFitting = new Reply<MediaAsset>.Rejected(
            new(ProblemClass.ContentRejected, "too_small", "The picture is 200 pixels wide.")
        );

        var outcome = Assert.IsType<Outcome.Refused>(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));

        Assert.Equal(
            ("publication.media_unfit", "The picture is 200 pixels wide.", "itemId"),
            (outcome.Refusal.Code, outcome.Refusal.Message, outcome.Refusal.Field)
        );
    }

    [Fact]
    public async Task whose_picture_cannot_be_prepared_just_now_may_be_asked_for_again()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Studio.AnswerNextFitting = new Reply<MediaAsset>.Broken(new(ProblemClass.Transient, "store_away", "The store is away."));

        Assert.IsType<Outcome.Unavailable>(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
    }

    [Fact]
    public async Task on_a_disconnected_account_is_refused()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Account(post.Tenant, post.Account).Disconnect(new DisconnectAccount(), cluster.Ana()));

        Assert.Equal(
            "account.disconnected",
            Refused(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()))
        );
    }

    [Fact]
    public async Task under_an_id_that_was_planned_before_looks_at_every_rule_again()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await cluster.Grains.Tenant(post.Tenant).SetApprovalPolicy(new(ApprovalPolicy.None), cluster.Ana()));
        Accepted(await campaign.EditItem(new(post.Item, Caption: "Never approved"), cluster.Ana()));
        Assert.Equal("publication.due_in_past", Refused(await campaign.SchedulePost(post.At("2020-01-01T09:00"), cluster.Ana())));
        Accepted(await cluster.Grains.Tenant(post.Tenant).SetApprovalPolicy(new(ApprovalPolicy.Internal), cluster.Ana()));

        Assert.Equal("campaign.not_approved", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana())));
    }

    [Fact]
    public async Task whose_first_try_failed_and_was_followed_by_another_is_not_scheduled_twice()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: false);
        Assert.IsType<Outcome.Unavailable>(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by));
        var again = post with { Publication = new(cluster.NewId()) };
        Accepted(await campaign.SchedulePost(again.At("2026-11-30T09:00"), cluster.Ana()));

        Assert.Equal("campaign.item_scheduled", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), by)));
    }
}
