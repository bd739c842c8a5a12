using Campaigns.Domain.Campaigns;
using Campaigns.Domain.History;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class What_changed_in_a_campaign
{
    [Fact]
    public void at_its_beginning_is_all_that_it_begins_with() =>
        Assert.Equal(
            [new("name", null, "Autumn"), new("brief", null, "Autumn at the bakery."), new("brandId", null, Bakery.Value)],
            Changed([], Begun)
        );

    [Fact]
    public void when_it_is_renamed_is_its_name() =>
        Assert.Equal([new("name", "Autumn", "Winter")], Changed([Begun], new Renamed("Winter")));

    [Fact]
    public void when_late_posts_are_held_to_another_policy_is_that() =>
        Assert.Equal(
            [new("latePolicy", null, "2 hours, then a person decides")],
            Changed([Begun], new LatePolicySet(new(TimeSpan.FromHours(2), Domain.Publications.LateAction.Ask)))
        );

    [Fact]
    public void when_its_brief_changes_is_the_brief() =>
        Assert.Equal([new("brief", "Autumn at the bakery.", "Snow.")], Changed([Begun], new BriefChanged("Snow.")));

    [Fact]
    public void when_posts_are_asked_for_is_that_they_are_being_written() =>
        Assert.Equal([new("writing", null, "2 in pt-BR under way")], Changed([Begun], new WritingRequested(Job, Two)));

    [Fact]
    public void when_posts_are_written_is_each_of_them()
    {
        var changes = Changed([Begun, new WritingRequested(Job, Two)], new Written(Job, [new(First, Draft), new(Second, Draft)], Model));

        Assert.Contains(new("writing", "2 in pt-BR under way", null), changes);
        Assert.Contains(new("caption", null, "Fresh bread at seven.", First), changes);
        Assert.Contains(new("madeBy", null, "gemini-3-flash", Second), changes);
    }

    [Fact]
    public void when_a_post_is_added_is_what_it_has() =>
        Assert.Equal(
            [
                new("platform", null, "Instagram", First),
                new("caption", null, "Fresh bread at seven.", First),
                new("hashtags", null, "#bread #bakery", First),
                new("imagePrompt", null, "A loaf on a wooden table", First),
                new("altText", null, "A loaf of bread", First),
                new("review", null, "draft", First),
            ],
            Changed([Begun], new ItemAdded(First, Draft))
        );

    [Fact]
    public void when_a_post_is_edited_is_what_is_other_and_nothing_else() =>
        Assert.Equal(
            [new("caption", "Fresh bread at seven.", "Fresh rolls at eight.", First)],
            Changed(WithPost, new ItemTextChanged(First, Words with { Caption = "Fresh rolls at eight." }))
        );

    [Fact]
    public void when_an_approved_post_is_edited_is_its_approval_as_well() =>
        Assert.Equal(
            [
                new("hashtags", "#bread #bakery", null, First),
                new("review", "approved by user_ben", "draft", First),
                new("publications", Outing.Value, null, First),
            ],
            Changed(WithPlan, new ItemTextChanged(First, Words with { Hashtags = [] }))
        );

    [Fact]
    public void when_a_post_is_taken_out_is_all_that_it_had()
    {
        var changes = Changed(WithPicture, new ItemRemoved(First));

        Assert.All(changes, change => Assert.Equal((First, null), (change.Item, change.To)));
        Assert.Equal(
            ["platform", "caption", "hashtags", "imagePrompt", "altText", "media", "review"],
            changes.Select(change => change.Field)
        );
    }

    [Fact]
    public void when_a_picture_is_put_in_another_ones_place_is_the_picture() =>
        Assert.Equal(
            [new("media", "1080×1080 pixels, org_club/a.jpg", "1080×1080 pixels, org_club/b.jpg", First)],
            Changed(WithPicture, new MediaAttached(First, OtherPicture))
        );

    [Fact]
    public void when_a_picture_is_drawn_is_the_picture_and_its_maker()
    {
        Assert.Equal([new("illustration", null, "being drawn", First)], Changed(WithPost, WithDrawing[^1]));
        Assert.Equal(
            [
                new("media", null, "1080×1080 pixels, org_club/a.jpg", First),
                new("madeBy", null, "gemini-3-flash", First),
                new("illustration", "being drawn", null, First),
            ],
            Changed(WithDrawing, new ItemIllustrated(Job, First, Picture, Model))
        );
        Assert.Equal([new("illustration", "being drawn", null, First)], Changed(WithDrawing, new IllustrationFailed(Job, First, Hiccup)));
    }

    [Fact]
    public void in_a_review_is_where_it_stands_and_the_words()
    {
        Assert.Equal(
            [new("review", "draft", "approval asked for", First), new("reviewNote", null, "Please look.", First)],
            Changed(WithPicture, new ApprovalRequested(First, Hash, "Please look."))
        );
        Assert.Equal(
            [new("review", "approved by user_ben", "changes asked for by user_anna", First), new("reviewNote", null, "Darker.", First)],
            Changed(WithApproval, new ChangesRequested(First, Hash, Anna, "Darker."))
        );
    }

    [Fact]
    public void of_a_post_that_is_not_there_is_nothing() => Assert.Empty(Changed([Begun], new ItemTextChanged(First, OtherWords)));

    private static IReadOnlyList<Change> Changed(CampaignEvent[] before, CampaignEvent happened) =>
        CampaignChanges.Between(After<Campaign, CampaignEvent>(before), happened);
}
