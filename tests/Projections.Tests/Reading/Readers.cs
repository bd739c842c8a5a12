using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Projections.Tests.Reading;

public sealed class Readers(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task count_items_and_publications_of_campaigns()
    {
        var counts = await Get<CampaignReader>().Counts(Given.Club, [Given.Campaign().Uuid, Given.Uuid(1)]);
        Assert.Equal(
            new(
                Items: 3,
                Drafts: 1,
                ApprovalRequested: 1,
                Approved: 1,
                ChangesRequested: 0,
                Drawing: 0,
                Scheduled: 1,
                Held: 0,
                Publishing: 0,
                Live: 0,
                NotPublished: 0,
                NextDueAt: Given.Nine.AddHours(2)
            ),
            counts[Given.Campaign().Uuid]
        );
        Assert.Equal(0, counts[Given.Uuid(1)].Items);
    }

    [Fact]
    public async Task find_campaigns_that_wait_for_a_review()
    {
        Assert.Single(await Found(ReviewState.Requested));
        Assert.Empty(await Found(ReviewState.ChangesRequested));

        async Task<IReadOnlyList<RowEdge<CampaignRow>>> Found(ReviewState state) =>
            (
                await Get<CampaignReader>()
                    .Page(Given.Club, new(WithReview: [state]), CampaignOrder.Name, Direction.Ascending, new PageRequest(5))
            ).Edges;
    }

    [Fact]
    public async Task give_the_items_of_a_campaign_as_they_were_added()
    {
        var items = await Get<ItemReader>().OfCampaigns(Given.Club, [Given.Campaign().Uuid]);
        Assert.Equal(["first", "second", "third"], items[Given.Campaign().Uuid].Select(item => item.Caption));

        var backwards = await Get<ItemReader>()
            .Page(Given.Club, new(Campaign: Given.Campaign().Uuid), ItemOrder.Added, Direction.Descending, new PageRequest(2));
        Assert.Equal(["third", "second"], backwards.Edges.Select(edge => edge.Node.Caption));
    }

    [Fact]
    public async Task give_publications_by_status_and_time()
    {
        var reader = Get<CalendarReader>();
        Assert.Equal([Given.Publication(2).Uuid, Given.Publication(1).Uuid], await Due(new()));
        Assert.Equal([Given.Publication(1).Uuid], await Due(new(Status: [PublicationStatus.Scheduled, PublicationStatus.Held])));
        Assert.Equal([Given.Publication(2).Uuid], await Due(new(DueTo: Given.Nine.AddHours(2), Account: Given.Account().Uuid)));
        Assert.Empty(await Due(new(Account: Given.Account(2).Uuid)));

        var ofItem = await Get<PublicationReader>().OfItems(Given.Club, [Given.Item().Uuid]);
        Assert.Equal(2, ofItem[Given.Item().Uuid].Count());

        async Task<IEnumerable<Guid>> Due(PublicationFilter filter) =>
            (await reader.Page(Given.Club, filter, PublicationOrder.DueAt, Direction.Ascending, new(10))).Edges.Select(edge =>
                edge.Node.Id
            );
    }

    [Fact]
    public async Task tell_a_campaigns_history_with_what_it_set_in_motion()
    {
        var page = await Get<HistoryReader>()
            .Page(Given.Club, new(Campaign: Given.Campaign().Uuid), Direction.Ascending, new PageRequest(50));

        Assert.Equal(["campaign", "generation", "publication"], page.Edges.Select(edge => edge.Node.Kind).Distinct());
        Assert.Equal(10, page.Edges.Count);
        Assert.Equal(page.Edges.OrderBy(edge => edge.Node.Position), page.Edges);
    }

    [Fact]
    public async Task find_nothing_by_a_text_that_no_column_can_hold()
    {
        foreach (var text in new[] { "user_ana\0", "user_ana\ud83d", "\udc00user_ana" })
        foreach (var filter in new HistoryFilter[] { new(Actor: text), new(Kind: text), new(Name: text) })
            Assert.Empty((await Get<HistoryReader>().Page(Given.Club, filter, Direction.Ascending, new PageRequest(50))).Edges);
    }

    [Fact]
    public async Task tell_the_sweep_what_to_wake_and_no_more()
    {
        var reader = Get<DueReader>();
        var due = await reader.Until(Given.Nine.AddHours(2)).ToListAsync();

        Assert.Equal(new(Given.Club, Given.Publication(1), Given.Nine.AddHours(2), Given.Nine.AddHours(2), false), Assert.Single(due));
        Assert.Empty(await reader.Until(Given.Nine.AddHours(2).AddSeconds(-1)).ToListAsync());
        Assert.Equal(1, await reader.Overdue(Given.Nine.AddHours(4), grace: TimeSpan.FromHours(1)));
        Assert.Equal(0, await reader.Overdue(Given.Nine.AddHours(2), grace: TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task tell_a_silo_which_jobs_are_not_over_whoever_owns_them()
    {
        var reader = Get<UnfinishedJobs>();

        Assert.Equal((Given.Club, Given.Generation()), Assert.Single(await reader.Since(Given.Nine.AddHours(-1)).ToListAsync()));
        Assert.Empty(await reader.Since(Given.Nine.AddDays(2)).ToListAsync());
    }

    private T Get<T>()
        where T : notnull => filled.Database.Services.GetRequiredService<T>();
}
