using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Taking_the_next_slot(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task gives_each_of_many_at_once_a_slot_of_its_own()
    {
        var post = await WithSlots();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var items = new List<ItemId> { post.Item };
        for (var n = 0; n < 5; n++)
            items.Add(await Another(post));

        var publications = items.ConvertAll(_ => new PublicationId(cluster.NewId()));
        var outcomes = await Task.WhenAll(
            items.Zip(publications, (item, publication) => campaign.SchedulePost(Next(post, item, publication), cluster.Ana()))
        );

        Assert.All(outcomes, outcome => Accepted(outcome));
        var due = new List<DateTimeOffset>();
        foreach (var publication in publications)
            due.Add((await cluster.Grains.Publication(post.Tenant, publication).Standing())!.When.DueAt);
        Assert.Equal(
            [Monday, Monday.AddDays(2), Monday.AddDays(7), Monday.AddDays(9), Monday.AddDays(14), Monday.AddDays(16)],
            due.Order()
        );
    }

    [Fact]
    public async Task gives_no_slot_twice_to_whoever_asks_the_account_at_once()
    {
        var post = await WithSlots();
        var account = cluster.Grains.Account(post.Tenant, post.Account);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => account.TakeWeeklySlot(new(cluster.NewId()))));

        Assert.Equal(20, taken.Select(slot => slot.When!.DueAt).Distinct().Count());
    }

    [Fact]
    public async Task under_the_same_command_gives_the_same_also_when_the_first_try_was_cut_off()
    {
        var post = await WithSlots();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: false);

        Assert.IsType<Outcome.Unavailable>(await campaign.SchedulePost(Next(post, post.Item, post.Publication), by));
        Accepted(await campaign.SchedulePost(Next(post, post.Item, post.Publication), by));
        Accepted(await campaign.SchedulePost(Next(post, post.Item, post.Publication), by));

        Assert.Equal(Monday, (await cluster.Grains.Publication(post.Tenant, post.Publication).Standing())!.When.DueAt);
        Assert.Equal(Monday.AddDays(2), await NextFree(post));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task frees_it_again_when_the_post_is_taken_back_or_moved(bool withdrawn)
    {
        var post = await WithSlots();
        Accepted(
            await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(Next(post, post.Item, post.Publication), cluster.Ana())
        );
        Assert.Equal(Monday.AddDays(2), await NextFree(post));
        var publication = cluster.Grains.Publication(post.Tenant, post.Publication);

        Accepted(
            withdrawn
                ? await publication.Withdraw(new("Changed our minds."), cluster.Ana())
                : await publication.Reschedule(new(new("2026-12-24T09:00", null)), cluster.Ana())
        );

        await cluster.Until(async () => await NextFree(post) == Monday, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task as_a_trial_tells_which_it_would_be_and_takes_none()
    {
        var post = await WithSlots();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);

        Assert.Equal(Monday, (await campaign.TrySchedulePost(Next(post, post.Item, post.Publication))).When!.DueAt);
        Assert.Equal("publication.due_in_past", (await campaign.TrySchedulePost(post.At("2026-11-23T09:00"))).Refusal?.Code);
        Assert.Equal(Monday.AddHours(1), (await campaign.TrySchedulePost(post.At("2026-11-30T10:00"))).When!.DueAt);

        Assert.Equal(Monday, await NextFree(post));
        Assert.Empty(await cluster.Names(post.Stream));
    }

    [Fact]
    public async Task without_slots_is_refused()
    {
        var post = await cluster.ApprovedPost();

        Assert.Equal(
            "slots.none",
            Refused(
                await cluster
                    .Grains.Campaign(post.Tenant, post.Campaign)
                    .SchedulePost(Next(post, post.Item, post.Publication), cluster.Ana())
            )
        );
    }

    /// <summary>Of the first slot that the tests' clock may see: it moves by seconds only.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private async Task<ReadyPost> WithSlots()
    {
        var post = await cluster.ApprovedPost();
        SetWeeklySlots ask = new(null, [new(Weekday.Monday, "09:00"), new(Weekday.Wednesday, "09:00")]);
        // Wednesday the 25th is too near to be sure of.
        Accepted(
            await cluster
                .Grains.Account(post.Tenant, post.Account)
                .SetWeeklySlots(new(null, [new(Weekday.Wednesday, "09:00")]), cluster.Ana())
        );
        await cluster.Grains.Account(post.Tenant, post.Account).TakeWeeklySlot(new(cluster.NewId()));
        Accepted(await cluster.Grains.Account(post.Tenant, post.Account).SetWeeklySlots(ask, cluster.Ana()));
        return post;
    }

    private async Task<ItemId> Another(ReadyPost post)
    {
        var item = new ItemId(cluster.NewId());
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(await campaign.AddItem(new(item, new(Platform.Instagram, new("Hello again", []))), cluster.Ana()));
        Accepted(await campaign.AttachMedia(new(item, FakeStudio.Picture("flyer")), cluster.Ana()));
        Accepted(await campaign.Approve(new(item, null, null), cluster.Ana()));
        return item;
    }

    private async Task<DateTimeOffset> NextFree(ReadyPost post) =>
        (await cluster.Grains.Account(post.Tenant, post.Account).NextFreeSlots(1)).Times[0].DueAt;

    private static SchedulePost Next(ReadyPost post, ItemId item, PublicationId publication) =>
        new(item, publication, post.Account, Time: null, InNextSlot: true);
}
