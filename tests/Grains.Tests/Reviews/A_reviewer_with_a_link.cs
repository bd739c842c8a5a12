using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests.Reviews;

public sealed class A_reviewer_with_a_link : IAsyncLifetime
{
    // Its own clock: these tests let links expire.
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task sees_approves_and_is_on_the_record()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Tenant(post.Tenant).SetApprovalPolicy(new(ApprovalPolicy.External), cluster.Ana()));
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Assert.Equal("campaign.not_approved_outside", Refused(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana())));

        var (invite, token) = await Invite(post);
        var door = cluster.Grains.Reviews(post.Tenant);
        var seen = Assert.Single((await door.Open(token))!.Posts);
        Assert.Equal("Hello\n\n#spring", seen.Content!.Caption);
        var approved = await door.Approve(token, new(post.Item, seen.ContentHash, "Lovely.", new(null, Nine.AddDays(6))), cluster.Ana());
        Accepted(approved!);

        Assert.Equal(ReviewState.Approved, (await door.Open(token))!.Posts[0].Decision);
        Assert.Equal("publication.outside_approval", Refused(await campaign.SchedulePost(post.At("2026-12-01T09:00"), cluster.Ana())));
        Accepted(await campaign.SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        var was = await cluster.Grains.History(post.Tenant).Campaign(post.Campaign, new History.Moment.Instant(DateTimeOffset.MaxValue));
        Assert.Equal(invite.Actor, was!.State.Find(post.Item)!.ApprovedBy);
    }

    [Fact]
    public async Task says_what_everybody_may_read_and_reads_no_more_than_that()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var (invite, token) = await Invite(post);
        var door = cluster.Grains.Reviews(post.Tenant);

        Accepted((await door.Comment(token, post.Item, "Is that our logo?", cluster.Ana()))!);
        Accepted(await campaign.Comment(new(post.Item, "They are picky.", IsInternal: true), cluster.Ana()));
        Accepted(await campaign.Comment(new(post.Item, "It is.", IsInternal: false), cluster.Ana()));

        var sheet = await door.Open(token);
        Assert.Equal(["Is that our logo?", "It is."], sheet!.Posts[0].Comments.Select(comment => comment.Text));
        var listed = await door.Of(post.Campaign);
        Assert.Equal(
            [("Is that our logo?", "Carla"), ("They are picky.", null), ("It is.", null)],
            listed!.Comments.Select(comment => (comment.Text, comment.ReviewerName))
        );
        Assert.Equal(
            ("Carla", "user_ana", 1),
            (listed.Invites[0].Invite.Name, listed.Invites[0].InvitedBy.Value, listed.Invites[0].Invite.Comments)
        );
        Assert.Equal(invite, listed.Invites[0].Id);
    }

    [Fact]
    public async Task finds_nothing_once_it_is_taken_back_over_or_another_tenants()
    {
        var post = await cluster.ApprovedPost();
        var (revoked, token) = await Invite(post);
        var door = cluster.Grains.Reviews(post.Tenant);
        Assert.Null(await cluster.Grains.Reviews(cluster.NewTenant()).Open(token));
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).RevokeInvite(new(revoked), cluster.Ana()));
        Assert.Null(await door.Open(token));
        Assert.Equal("review.not_found", Refused((await door.Comment(token, post.Item, "Hello?", cluster.Ana()))!));

        var (_, other) = await Invite(post);
        var madeUp = other[..^2] + (other[^2] == 'A' ? 'B' : 'A') + other[^1];
        Assert.Null(await door.Open(madeUp));
        Assert.Null(await door.Approve(madeUp, new(post.Item, null, null), cluster.Ana()));
        cluster.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await door.Open(other));
        Assert.Null(await door.Comment(other, post.Item, "Hello?", cluster.Ana()));
    }

    [Fact]
    public async Task finds_no_content_that_they_were_not_invited_to()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var (_, token) = await Invite(post);
        Accepted(await campaign.EditItem(new(post.Item, Caption: "Secret plans"), cluster.Ana()));

        Assert.Null(Assert.Single((await cluster.Grains.Reviews(post.Tenant).Open(token))!.Posts).Content);
        var decided = await cluster.Grains.Reviews(post.Tenant).Approve(token, new(post.Item, null, null), cluster.Ana());
        Assert.Equal("campaign.content_changed", Refused(decided!));
    }

    [Fact]
    public async Task takes_back_what_was_scheduled_by_asking_for_changes()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        var (_, token) = await Invite(post);

        Accepted((await cluster.Grains.Reviews(post.Tenant).RequestChanges(token, new(post.Item, "Darker."), cluster.Ana()))!);

        Assert.Contains("publication.withdrawn.v1", await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task is_asked_by_nobody_to_approve_a_new_time_that_the_tenant_can_approve()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Tenant(post.Tenant).SetApprovalPolicy(new(ApprovalPolicy.Internal, true), cluster.Ana()));
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        var publication = cluster.Grains.Publication(post.Tenant, post.Publication);

        Accepted(await publication.Reschedule(new(new("2026-12-01T09:00", "Etc/UTC")), cluster.Ana()));
        Accepted(await publication.Reapprove(new(), cluster.Ana()));

        Assert.Equal(
            ["publication.scheduled.v1", "publication.rescheduled.v1", "publication.approval_voided.v1", "publication.reapproved.v1"],
            await cluster.Names(post.Stream)
        );
    }

    private async Task<(InviteId Id, string Token)> Invite(ReadyPost post)
    {
        var (id, until) = (new InviteId(cluster.NewId()), cluster.Clock.GetUtcNow().AddHours(1));
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.InviteReviewer(new(id, "Carla", [post.Item], until), cluster.Ana()));
        return (id, await cluster.Grains.Reviews(post.Tenant).TokenOf(post.Campaign, id, until));
    }
}
