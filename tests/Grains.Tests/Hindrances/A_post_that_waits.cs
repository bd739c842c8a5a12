using Campaigns.Domain.Hindrances;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests.Hindrances;

public sealed class A_post_that_waits(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task says_why_and_nothing_moves_by_asking()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        Assert.Equal([HindranceCause.Slot], await Causes(post));

        Accepted(await cluster.Grains.Tenant(post.Tenant).Hold(new("Mourning."), cluster.Ana()));
        Accepted(await cluster.Grains.Account(post.Tenant, post.Account).Hold(new("Crisis."), cluster.Ana()));
        Accepted(await cluster.Grains.Publication(post.Tenant, post.Publication).Hold(new("Wait."), cluster.Ana()));
        var before = await cluster.Names(post.Stream);

        Assert.Equal(
            [HindranceCause.PostHeld, HindranceCause.TenantHeld, HindranceCause.AccountHeld, HindranceCause.Slot],
            await Causes(post)
        );
        Assert.All(await Found(post), found => Assert.Equal(Nine, found.Since));
        Assert.Equal(before, await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task is_waited_for_no_more_once_it_was_taken_back()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));
        Accepted(await cluster.Grains.Publication(post.Tenant, post.Publication).Withdraw(new("No."), cluster.Ana()));

        Assert.Empty(await Found(post));
        Assert.Empty((await cluster.Grains.Hindrances(cluster.NewTenant()).Of([post.Publication.Uuid]))[post.Publication.Uuid]);
    }

    private async Task<Hindrance[]> Found(ReadyPost post) =>
        (await cluster.Grains.Hindrances(post.Tenant).Of([post.Publication.Uuid]))[post.Publication.Uuid];

    private async Task<IEnumerable<HindranceCause>> Causes(ReadyPost post) => (await Found(post)).Select(found => found.Cause);
}
