using Campaigns.Domain.Campaigns;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Moving_a_campaign(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task moves_what_is_scheduled_once_however_often_it_is_asked()
    {
        var post = await Scheduled();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: true);

        Assert.IsType<Outcome.Unavailable>((await campaign.Move(new("P7D"), dryRun: false, by)).Outcome);
        await campaign.Move(new("P7D"), dryRun: false, by);
        var answer = await campaign.Move(new("P7D"), dryRun: false, by);

        Accepted(answer.Outcome);
        var move = Assert.Single(answer.Move!.Moves);
        Assert.Equal(
            (post.Publication, "2026-12-24T09:00:00", "2026-12-31T09:00:00", MoveState.Moved),
            (move.Publication, move.From.Local, move.To.Local, move.State)
        );
        Assert.Equal(["publication.scheduled.v1", "publication.rescheduled.v1"], await cluster.Names(post.Stream));
        Assert.Equal("command.id_reused", Refused((await campaign.Move(new("P8D"), dryRun: false, by)).Outcome));
    }

    [Fact]
    public async Task as_a_trial_changes_nothing()
    {
        var post = await Scheduled();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);

        var trial = await campaign.Move(new("-P1D"), dryRun: true, cluster.Ana());

        Assert.Equal("2026-12-23T09:00:00", Assert.Single(trial.Move!.Moves).To.Local);
        Assert.Equal(["publication.scheduled.v1"], await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task leaves_what_is_public_and_says_so()
    {
        var post = await Scheduled();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await cluster.Grains.Publication(post.Tenant, post.Publication).Reschedule(new(Time: null), cluster.Ana()));
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        var answer = await campaign.Move(new("P7D"), dryRun: false, cluster.Ana());

        Accepted(answer.Outcome);
        var move = Assert.Single(answer.Move!.Moves);
        Assert.Equal((MoveState.Refused, "publication.live"), (move.State, move.Refusal?.Code));
    }

    private async Task<ReadyPost> Scheduled()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-12-24T09:00"), cluster.Ana()));
        return post;
    }
}
