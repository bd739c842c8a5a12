using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.Projections.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Campaigns;

public sealed class A_campaigns_row
{
    private static readonly WritingOrder Order = new([new(Platform.Instagram, 3)], "pt-PT");

    [Fact]
    public void begins_with_the_campaign() =>
        Assert.Equal(
            new CampaignRow(
                "org_club",
                Given.Campaign().Uuid,
                "Bread",
                "Sell bread",
                Given.Brand().Uuid,
                WritingState.None,
                WritingGeneration: null,
                WritingProblem: null,
                Language: null,
                WritingMissing: null,
                SuggestedBrief: null,
                BriefGeneration: null,
                BriefProblem: null,
                LateWithin: null,
                LateThen: null,
                CreatedAt: Given.Nine,
                CreatedBy: "user_ana",
                UpdatedAt: Given.Nine,
                UpdatedBy: "user_ana",
                Version: 1,
                LastPosition: "1"
            ),
            After(new Created("Bread", "Sell bread", Given.Brand()))
        );

    [Fact]
    public void follows_name_and_brief()
    {
        var row = After(Begun, new Renamed("Cake"), new BriefChanged("Sell cake"));
        Assert.Equal(("Cake", "Sell cake"), (row!.Name, row.Brief));
        Assert.Equal((3L, "3", Given.Nine.AddMinutes(2)), (row.Version, row.LastPosition, row.UpdatedAt));
        Assert.Equal(Given.Nine, row.CreatedAt);
    }

    [Fact]
    public void follows_what_holds_for_late_posts()
    {
        var set = After(Begun, new LatePolicySet(new(TimeSpan.FromHours(2), LateAction.Ask)));
        Assert.Equal((7200L, LateAction.Ask), (set!.LateWithin, set.LateThen));
        var unset = After(Begun, new LatePolicySet(new(TimeSpan.FromHours(2), LateAction.Ask)), new LatePolicySet(null));
        Assert.Equal((null, null), (unset!.LateWithin, unset.LateThen));
    }

    [Fact]
    public void shows_the_last_request_for_posts()
    {
        Assert.Equal(WritingState.Requested, After(Begun, Requested(1))!.Writing);
        Assert.Equal("pt-PT", After(Begun, Requested(1))!.Language);
        Assert.Equal(WritingState.Done, After(Begun, Requested(1), new Written(Given.Generation(1), [], Given.Model))!.Writing);

        var failed = After(Begun, Requested(1), new WritingFailed(Given.Generation(1), Given.Trouble))!;
        Assert.Equal((WritingState.Failed, Given.Trouble), (failed.Writing, failed.WritingProblem));
        Assert.Equal((WritingState.Requested, null), Last(After(Begun, Requested(1), Failed(1), Requested(2))!));
        Assert.Equal((WritingState.Requested, null), Last(After(Begun, Requested(1), Requested(2), Failed(1))!)); // an echo of the first
    }

    [Fact]
    public void is_not_made_of_events_that_came_without_a_beginning() => Assert.Null(After(new Renamed("Cake")));

    private static Created Begun => new("Bread", "Sell bread", null);

    private static WritingRequested Requested(int generation) => new(Given.Generation(generation), Order);

    private static WritingFailed Failed(int generation) => new(Given.Generation(generation), Given.Trouble);

    private static (WritingState, Problem?) Last(CampaignRow row) => (row.Writing, row.WritingProblem);

    private static CampaignRow? After(params DomainEvent[] events) =>
        Rows.From(new CampaignsProjection(), Given.Recorded(StreamName.Of("campaign", Given.Club, Given.Campaign().Value), events))
            .SingleOrDefault();
}
