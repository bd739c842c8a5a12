using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Integrations;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class What_a_due_post_waits_for : IAsyncLifetime
{
    // Its own clock: these tests move it by days.
    private readonly Cluster cluster = new();
    private DateTimeOffset swept = Nine;

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task is_room_in_its_accounts_quota()
    {
        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(48, 50)); // by others
        var posts = await Scheduled(3, minutesApart: 1, late: new(TimeSpan.FromDays(2), LateAction.Skip));

        await cluster.Until(async () => (await Happened(posts[1])).Any(IsVerdict), TimeSpan.FromSeconds(30));
        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(50, 50));
        await cluster.Until(() => IsIt(Nine.AddHours(5), posts), TimeSpan.FromMinutes(10));
        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(49, 50)); // one of theirs is a day old, and they tell nobody when
        await cluster.Until(() => AllEnded(posts), TimeSpan.FromMinutes(10));

        var last = await Happened(posts[2]);
        Assert.All(last.OfType<Deferred>(), deferred => Assert.Equal(DeferralReason.Quota, deferred.Because));
        Assert.Equal(3, cluster.Instagram.Feed.Count);
        Assert.Equal(3, cluster.Instagram.PublishCalls); // it was deferred, not tried in vain
        Assert.InRange(last.OfType<WentLive>().Single().At, Nine.AddHours(5), Nine.AddHours(6.5));
    }

    [Fact]
    public async Task is_skipped_with_that_reason_when_there_is_none_within_its_late_policy()
    {
        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(50, 50));
        var posts = await Scheduled(1, minutesApart: 1, late: new(TimeSpan.FromHours(2), LateAction.Skip));

        await cluster.Until(() => AllEnded(posts), TimeSpan.FromMinutes(5));

        Assert.Contains(
            "as much as the platform allows",
            (await Happened(posts[0])).OfType<Skipped>().Single().Reason,
            StringComparison.Ordinal
        );
        Assert.InRange(cluster.Clock.GetUtcNow(), Nine.AddHours(2), Nine.AddHours(3));
        Assert.Empty(cluster.Instagram.Feed);
    }

    [Fact]
    public async Task is_its_place_among_those_that_an_outage_kept_back()
    {
        var posts = await Scheduled(8, minutesApart: 25, late: new(TimeSpan.FromHours(2), LateAction.Skip));
        await cluster.Crash();
        cluster.Clock.Advance(TimeSpan.FromMinutes(230)); // nobody is there, and reminders ring when somebody is again
        foreach (var post in posts)
            await cluster.Grains.Publication(post.Tenant, post.Publication).Wake();

        await cluster.Until(() => AllEnded(posts), TimeSpan.FromSeconds(10));

        var verdicts = await Task.WhenAll(posts.Select(Happened));
        Assert.All(verdicts, happened => Assert.Single(happened, IsVerdict));
        // Due at 9:20, 9:45, 10:10, 10:35, 11:00 …: at ten to one those before eleven are too late.
        Assert.All(verdicts[..4], happened => Assert.Single(happened.OfType<Skipped>()));
        Assert.All(verdicts[4..], happened => Assert.True(happened.OfType<WentLive>().Single().At >= PlaceOf(happened)));
        var places = verdicts[4..].Select(PlaceOf).Order().ToList();
        Assert.All(places.Zip(places.Skip(1), (one, next) => next - one), gap => Assert.True(gap >= TimeSpan.FromMinutes(1), $"{gap}"));
        Assert.Equal(4, cluster.Instagram.PublishCalls);
    }

    [Fact]
    public async Task is_the_end_of_quiet_hours()
    {
        var posts = await Scheduled(1, minutesApart: 1, late: null);
        Accepted(await cluster.Grains.Tenant(posts[0].Tenant).SetQuietHours(new(new("09:10", "11:00")), cluster.Ana()));

        await cluster.Until(() => AllEnded(posts), TimeSpan.FromSeconds(30));

        var happened = await Happened(posts[0]);
        Assert.Equal(new Deferred(DeferralReason.QuietHours, Nine.AddHours(2)), happened.OfType<Deferred>().First());
        Assert.InRange(happened.OfType<WentLive>().Single().At, Nine.AddHours(2), Nine.AddHours(2).AddMinutes(2));
    }

    [Fact]
    public async Task is_the_approval_of_its_new_time_only_while_its_tenant_asks_for_that()
    {
        var posts = await Scheduled(1, minutesApart: 1, late: null);
        var tenant = cluster.Grains.Tenant(posts[0].Tenant);
        Accepted(await tenant.SetApprovalPolicy(new(ApprovalPolicy.Internal, VoidedByReschedule: true), cluster.Ana()));
        var moved = await cluster
            .Grains.Publication(posts[0].Tenant, posts[0].Publication)
            .Reschedule(new(new("2026-11-24T09:30", null)), cluster.Ana());
        Accepted(moved);
        await cluster.Until(() => IsIt(Nine.AddHours(1), posts), TimeSpan.FromMinutes(1));
        Assert.Empty(cluster.Instagram.Feed);

        Accepted(await tenant.SetApprovalPolicy(new(ApprovalPolicy.None, VoidedByReschedule: true), cluster.Ana()));
        await cluster.Until(() => AllEnded(posts), TimeSpan.FromSeconds(10));

        var happened = await Happened(posts[0]);
        Assert.Single(happened.OfType<ApprovalWaived>());
        Assert.InRange(happened.OfType<WentLive>().Single().At, Nine.AddHours(1), Nine.AddHours(1).AddMinutes(3));
    }

    [Fact]
    public async Task is_a_persons_decision_where_its_policy_asks_for_one()
    {
        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(50, 50));
        var posts = await Scheduled(1, minutesApart: 1, late: new(TimeSpan.FromMinutes(30), LateAction.Ask));
        await cluster.Until(async () => (await Happened(posts[0])).OfType<DecisionAsked>().Any(), TimeSpan.FromMinutes(1));

        cluster.Instagram.Quota = new Reply<PublishingQuota>.Done(new(0, 50));
        var grain = cluster.Grains.Publication(posts[0].Tenant, posts[0].Publication);
        Accepted(await grain.DecideLate(new(Publish: true), cluster.Ana()));
        await cluster.Until(() => AllEnded(posts), TimeSpan.FromSeconds(30));

        Assert.Single((await Happened(posts[0])).OfType<WentLive>());
    }

    [Fact]
    public async Task is_the_end_of_a_block_of_its_account_which_the_accounts_other_posts_do_not_test()
    {
        cluster.Instagram.AnswerNextPublish = new Reply<MediaId>.Busy(new(ProblemClass.AccountBlocked, "4/2207051", "Blocked as spam."));
        var posts = await Scheduled(3, minutesApart: 2, late: null);
        var account = $"account-{posts[0].Tenant}/{posts[0].Account}";
        // In small steps until it is blocked: the next post is due two minutes after the one that finds it out.
        await cluster.Until(async () => (await cluster.Names(account)).Contains("account.blocked.v1"), TimeSpan.FromSeconds(10));

        await cluster.Until(() => AllEnded(posts), TimeSpan.FromMinutes(2));

        Assert.Equal(4, cluster.Instagram.PublishCalls);
        var live = (await Task.WhenAll(posts.Select(Happened))).Select(happened => happened.OfType<WentLive>().Single().At);
        Assert.All(live, at => Assert.True(at >= Nine.AddHours(4), "nothing was tried for four hours"));
    }

    [Fact]
    public async Task is_an_account_that_works_again_without_anybodys_help()
    {
        var refused = new Problem(ProblemClass.AccountBroken, "http_401", "Rube refuses the token of this account.");
        cluster.Instagram.AnswerNextPublish = new Reply<MediaId>.Rejected(refused);
        var posts = await Scheduled(2, minutesApart: 1, late: null);

        await cluster.Until(() => AllEnded(posts), TimeSpan.FromSeconds(15));

        Assert.Equal(2, cluster.Instagram.Feed.Count);
        var account = $"account-{posts[0].Tenant}/{posts[0].Account}";
        Assert.Contains("account.trouble_cleared.v1", await cluster.Names(account));
    }

    private async Task<List<ReadyPost>> Scheduled(int count, int minutesApart, LatePolicy? late)
    {
        var first = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(first.Tenant, first.Campaign);
        var posts = new List<ReadyPost>();
        for (var n = 0; n < count; n++)
        {
            var post = n == 0 ? first : await Another(first);
            var at = Nine.AddMinutes(20 + (n * minutesApart))
                .ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            Accepted(await campaign.SchedulePost(post.At(at) with { Late = late }, cluster.Ana()));
            posts.Add(post);
        }
        return posts;
    }

    private async Task<ReadyPost> Another(ReadyPost first)
    {
        var another = first with { Item = new(cluster.NewId()), Publication = new(cluster.NewId()) };
        var campaign = cluster.Grains.Campaign(first.Tenant, first.Campaign);
        Accepted(
            await campaign.AddItem(
                new(another.Item, new(Domain.Campaigns.Platform.Instagram, new("Hello again", ["spring"]))),
                cluster.Ana()
            )
        );
        Accepted(await campaign.AttachMedia(new(another.Item, FakeStudio.Picture("flyer")), cluster.Ana()));
        Accepted(await campaign.Approve(new(another.Item, null, null), cluster.Ana()));
        return another;
    }

    private async Task<bool> IsIt(DateTimeOffset time, List<ReadyPost> posts)
    {
        await AllEnded(posts);
        return cluster.Clock.GetUtcNow() >= time;
    }

    private async Task<bool> AllEnded(List<ReadyPost> posts)
    {
        var open = new List<ReadyPost>();
        foreach (var post in posts)
            if (!(await Happened(post)).Any(IsVerdict))
                open.Add(post);
        if (cluster.Clock.GetUtcNow() - swept > TimeSpan.FromMinutes(5)) // what waits for more than an hour, the sweep wakes
        {
            swept = cluster.Clock.GetUtcNow();
            foreach (var post in open)
                await cluster.Grains.Publication(post.Tenant, post.Publication).Wake();
        }
        return open.Count == 0;
    }

    private static DateTimeOffset PlaceOf(List<DomainEvent> happened) => happened.OfType<SlotReserved>().Last().At;

    private static bool IsVerdict(DomainEvent happened) => happened is WentLive or Skipped or GaveUp or Withdrawn or NeedsPerson;

    private async Task<List<DomainEvent>> Happened(ReadyPost post)
    {
        var happened = new List<DomainEvent>();
        await foreach (var recorded in cluster.Log.Read(StreamName.Parse(post.Stream)))
            happened.Add(recorded.Event);
        return happened;
    }
}
