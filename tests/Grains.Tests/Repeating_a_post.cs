using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Repeating_a_post(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly RecurrenceRule Daily = new(1, RecurrenceUnit.Day, [], "09:00", "2026-12-01", null, 25);

    [Fact]
    public async Task puts_each_occurrence_on_the_calendar_once()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();

        var answer = await campaign.ScheduleSeries(Ask(post), dryRun: false, by);
        var again = await campaign.ScheduleSeries(Ask(post), dryRun: false, by);

        Accepted(again.Outcome);
        Assert.Equal(answer.Id, Assert.Single((await campaign.ListSeries()).Series).Id);
        Assert.Equal(Facts(answer.Series!), Facts(again.Series!));
        Assert.All(answer.Series!.Occurrences, one => Assert.Equal(OccurrenceState.Scheduled, one.State));
        foreach (var one in answer.Series!.Occurrences)
            Assert.Equal(["publication.scheduled.v1"], await Names(post, one));
    }

    [Fact]
    public async Task goes_on_by_itself_where_it_was_cut_off()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var by = cluster.Ana();
        cluster.Log.FailNext("publication", committed: true, skip: 12);

        var cut = await campaign.ScheduleSeries(Ask(post), dryRun: false, by);
        Assert.IsType<Outcome.Unavailable>(cut.Outcome);
        await cluster.Crash();

        var last = DerivedId(cut);
        await cluster.Until(async () =>
            (await campaign.ScheduleSeries(Ask(post), dryRun: true, by)).Series!.Occurrences.All(one =>
                one.State is OccurrenceState.Scheduled
            )
        );
        var done = (await campaign.ScheduleSeries(Ask(post), dryRun: false, by)).Series!;
        Assert.Equal(25, done.Occurrences.Count);
        foreach (var one in done.Occurrences)
            Assert.Equal(["publication.scheduled.v1"], await Names(post, one));
        Assert.Equal(last, done.Occurrences[0].Publication);
    }

    [Fact]
    public async Task as_a_trial_changes_nothing_and_tells_what_would_be_refused()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var before = await cluster.Names($"campaign-{post.Tenant}/{post.Campaign}");

        var trial = await campaign.ScheduleSeries(
            Ask(post) with
            {
                Rule = Daily with { StartsOn = "2026-11-20" },
            },
            dryRun: true,
            cluster.Ana()
        );

        Accepted(trial.Outcome);
        Assert.Equal("publication.due_in_past", trial.Series!.Occurrences[0].Refusal?.Code);
        Assert.Equal(OccurrenceState.Planned, trial.Series.Occurrences[^1].State);
        Assert.Equal(before, await cluster.Names($"campaign-{post.Tenant}/{post.Campaign}"));
        Assert.Empty(await Names(post, trial.Series.Occurrences[0]));
    }

    [Fact]
    public async Task cancels_the_rest_of_it()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var series = await campaign.ScheduleSeries(Ask(post), dryRun: false, cluster.Ana());
        var first = series.Series!.Occurrences[0];
        Accepted(await cluster.Grains.Publication(post.Tenant, first.Publication).Reschedule(new(Time: null), cluster.Ana()));
        await cluster.Until(async () => (await Names(post, first)).Contains("publication.went_live.v1"));

        var answer = await campaign.CancelSeries(new(series.Id!.Value, "Sold out."), cluster.Ana());

        Accepted(answer.Outcome);
        Assert.Equal(
            [(OccurrenceState.Kept, "publication.live"), .. Enumerable.Repeat((OccurrenceState.Cancelled, (string?)null), 24)],
            answer.Series!.Occurrences.Select(one => (one.State, one.Refusal?.Code))
        );
        Assert.Equal(["publication.scheduled.v1", "publication.withdrawn.v1"], await Names(post, answer.Series.Occurrences[^1]));
    }

    [Fact]
    public async Task ends_with_an_edit_which_takes_all_of_it_back()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        var series = await campaign.ScheduleSeries(Ask(post), dryRun: false, cluster.Ana());

        Accepted(await campaign.EditItem(new(post.Item, Caption: "Other"), cluster.Ana()));

        Assert.Equal("series.not_found", Refused((await campaign.CancelSeries(new(series.Id!.Value, "Sold out."), cluster.Ana())).Outcome));
        Assert.Contains("publication.withdrawn.v1", await Names(post, series.Series!.Occurrences[^1]));
    }

    private static ScheduleSeries Ask(ReadyPost post) => new(post.Item, post.Account, Daily);

    private static PublicationId DerivedId(Scheduling.SeriesAnswer cut) => new(Domain.DerivedId.From($"{cut.Id}/occurrence/0"));

    private static IEnumerable<(PublicationId, DateTimeOffset, OccurrenceState)> Facts(CampaignSeries series) =>
        series.Occurrences.Select(one => (one.Publication, one.When.DueAt, one.State));

    private Task<List<string>> Names(ReadyPost post, Occurrence one) => cluster.Names($"publication-{post.Tenant}/{one.Publication}");
}
