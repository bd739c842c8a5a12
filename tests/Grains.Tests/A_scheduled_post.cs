using Campaigns.Domain;
using Campaigns.Domain.Publications;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class A_scheduled_post : IAsyncLifetime
{
    // Its own clock: these tests move it by days.
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task goes_out_once_at_its_time()
    {
        var post = await Scheduled("2026-11-24T09:20");

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
        Assert.InRange(cluster.Clock.GetUtcNow(), Nine.AddMinutes(20), Nine.AddMinutes(21));
        Assert.Equal(
            [
                "publication.scheduled.v1",
                "publication.container_created.v1",
                "publication.container_ready.v1",
                "publication.slot_reserved.v1",
                "publication.publish_started.v1",
                "publication.went_live.v1",
            ],
            await cluster.Names(post.Stream)
        );
    }

    [Theory]
    [InlineData(1, true)] // the container's making
    [InlineData(1, false)]
    [InlineData(2, true)] // its readiness
    [InlineData(2, false)]
    [InlineData(3, true)] // its place in the account's day
    [InlineData(3, false)]
    [InlineData(4, true)] // the intent to publish
    [InlineData(4, false)]
    [InlineData(5, true)] // the outcome
    [InlineData(5, false)]
    public async Task goes_out_once_though_the_log_fails_at_any_of_its_appends(int append, bool committed)
    {
        var post = await Scheduled("2026-11-24T09:12");
        cluster.Log.FailNext("publication", committed, skip: append - 1);

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
        Assert.Equal(0, cluster.Log.FaultsLeft);
    }

    [Theory]
    [InlineData("publication.scheduled.v1")]
    [InlineData("publication.container_ready.v1")]
    [InlineData("publication.outcome_unclear.v1")]
    public async Task goes_out_once_though_its_grain_is_lost_after(string step)
    {
        cluster.Instagram.LoseNextPublishCall = true;
        var post = await Scheduled("2026-11-24T09:12");
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains(step), TimeSpan.FromSeconds(1));
        await cluster.Crash();

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
    }

    [Fact]
    public async Task whose_publish_answer_is_lost_is_found_live_and_not_sent_again()
    {
        cluster.Instagram.LoseNextPublishAnswer = true;
        var post = await Scheduled("2026-11-24T09:20");

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
        Assert.Equal(1, cluster.Instagram.PublishCalls);
    }

    [Fact]
    public async Task whose_publish_call_is_lost_is_sent_again_with_the_same_container_after_the_deadline()
    {
        cluster.Instagram.LoseNextPublishCall = true;
        var post = await Scheduled("2026-11-24T09:20");

        await UntilLive(post);

        Assert.Equal(new ContainerId("c1"), Assert.Single(cluster.Instagram.Feed));
        Assert.Equal(2, cluster.Instagram.PublishCalls);
        Assert.True(cluster.Clock.GetUtcNow() >= Nine.AddMinutes(22), "the call's deadline has passed first");
    }

    [Fact]
    public async Task that_the_platform_throttles_waits_as_asked_and_goes_out_once()
    {
        cluster.Instagram.AnswerNextPublish = new Reply<MediaId>.Busy(
            new(ProblemClass.Throttled, "4", "Too many calls."),
            TimeSpan.FromMinutes(7)
        );
        var post = await Scheduled("2026-11-24T09:20");

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
        Assert.True(cluster.Clock.GetUtcNow() >= Nine.AddMinutes(27));
    }

    [Fact]
    public async Task stays_while_the_tenant_is_held_and_goes_out_when_released()
    {
        var post = await Scheduled("2026-11-24T09:20");
        var tenant = cluster.Grains.Tenant(post.Tenant);
        Accepted(await tenant.Hold(new("Wait."), cluster.Ana()));
        await cluster.Until(() => Task.FromResult(cluster.Clock.GetUtcNow() > Nine.AddMinutes(40)), TimeSpan.FromSeconds(20));
        Assert.Empty(cluster.Instagram.Feed);

        Accepted(await tenant.Release(new(), cluster.Ana()));
        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
    }

    [Fact]
    public async Task is_withdrawn_by_an_edit_and_never_goes_out()
    {
        var post = await Scheduled("2026-11-24T09:20");

        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).EditItem(new(post.Item, Caption: "Other"), cluster.Ana()));
        await cluster.Until(() => Task.FromResult(cluster.Clock.GetUtcNow() > Nine.AddMinutes(30)), TimeSpan.FromSeconds(20));

        Assert.Empty(cluster.Instagram.Feed);
        Assert.Contains("publication.withdrawn.v1", await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task that_is_live_keeps_its_item_from_being_edited()
    {
        var post = await Scheduled("2026-11-24T09:20");
        await UntilLive(post);

        var edit = await cluster.Grains.Campaign(post.Tenant, post.Campaign).EditItem(new(post.Item, Caption: "Other"), cluster.Ana());

        Assert.Equal("publication.live", Refused(edit));
    }

    [Fact]
    public async Task stays_scheduled_when_an_edit_is_refused_because_the_post_is_live_elsewhere()
    {
        var post = await Scheduled("2026-11-24T09:20");
        var other = await cluster.Grains.AccountConnection(post.Tenant).Connect("good_second", cluster.Ana());
        var later = post with { Account = other.Account!.Value, Publication = new(cluster.NewId()) };
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.SchedulePost(later.At("2026-11-25T09:00"), cluster.Ana()));
        await UntilLive(post);

        Assert.Equal("publication.live", Refused(await campaign.EditItem(new(post.Item, Caption: "Other"), cluster.Ana())));

        Assert.Equal(["publication.scheduled.v1"], await cluster.Names(later.Stream));
    }

    [Fact]
    public async Task refuses_to_be_cancelled_while_its_publish_call_is_under_way()
    {
        var answer = new TaskCompletionSource<Reply<MediaId>>();
        cluster.Instagram.NextPublish = answer.Task;
        var post = await Scheduled("2026-11-24T09:12");
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.publish_started.v1"));

        var cancelled = await cluster.Grains.Publication(post.Tenant, post.Publication).Withdraw(new("Stop."), cluster.Ana());

        Assert.Equal("publication.under_way", Refused(cancelled));
        answer.SetResult(new Reply<MediaId>.Done(new("m1")));
        await UntilLive(post);
    }

    [Fact]
    public async Task goes_out_though_its_account_was_connected_anew_just_before_the_call()
    {
        cluster.Instagram.AnswerNextPublish = new Reply<MediaId>.Rejected(
            new(ProblemClass.AccountBroken, "no_token", "There is no token.")
        );
        var post = await Scheduled("2026-11-24T09:12");
        cluster.Instagram.BeforeNextPublish = () =>
            cluster.Grains.AccountConnection(post.Tenant).Connect($"good_{post.Tenant.Value}", cluster.Ana());

        await UntilLive(post);

        Assert.Single(cluster.Instagram.Feed);
    }

    [Fact]
    public async Task repeated_gives_its_first_outcome_even_after_an_edit()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var first = Accepted(await campaign.SchedulePost(post.At("2026-11-24T09:20"), cluster.Ana("schedule-1")));
        Accepted(await campaign.EditItem(new(post.Item, Caption: "Other"), cluster.Ana()));

        Assert.Equal(first, await campaign.SchedulePost(post.At("2026-11-24T09:20"), cluster.Ana("schedule-1")));
        Assert.Equal("command.id_reused", Refused(await campaign.SchedulePost(post.At("2026-11-24T09:30"), cluster.Ana("schedule-1"))));
    }

    [Fact]
    public async Task sent_at_once_goes_out_though_it_was_for_tomorrow()
    {
        var post = await Scheduled("2026-11-25T09:00");

        Accepted(await cluster.Grains.Publication(post.Tenant, post.Publication).Reschedule(new(null), cluster.Ana()));
        await UntilLive(post);

        Assert.True(cluster.Clock.GetUtcNow() < Nine.AddMinutes(5));
    }

    [Fact]
    public async Task far_ahead_arms_nothing_until_it_is_woken_inside_the_horizon()
    {
        var post = await Scheduled("2026-11-26T09:00");
        await cluster.Crash();
        cluster.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(30));

        await cluster.Grains.Publication(post.Tenant, post.Publication).Wake();
        await UntilLive(post);

        Assert.InRange(cluster.Clock.GetUtcNow(), Nine.AddDays(2), Nine.AddDays(2).AddMinutes(1));
    }

    private async Task<ReadyPost> Scheduled(string at)
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At(at), cluster.Ana()));
        return post;
    }

    private Task UntilLive(ReadyPost post) =>
        cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));
}
