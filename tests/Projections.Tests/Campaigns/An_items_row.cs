using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using Hash = Campaigns.Domain.Campaigns.ContentHash;

namespace Campaigns.Projections.Tests.Campaigns;

public sealed class An_items_row
{
    [Fact]
    public void is_made_for_each_post_that_was_written_and_keeps_their_order()
    {
        var rows = After(
            Begun,
            new Written(
                Given.Generation(),
                [new(Given.Item(2), Given.Post("first")), new(Given.Item(1), Given.Post("second"))],
                Given.Model
            ),
            new ItemAdded(Given.Item(3), Given.Post("third"))
        );
        Assert.Equal(["first", "second", "third"], rows.OrderBy(row => row.Ordinal).Select(row => row.Caption));
        Assert.Equal([Given.Model, Given.Model, null], rows.OrderBy(row => row.Ordinal).Select(row => row.MadeBy));
        Assert.All(rows, row => Assert.Equal(Given.Campaign().Uuid, row.Campaign));
    }

    [Fact]
    public void holds_the_words_and_the_hash_of_what_it_shows()
    {
        var row = One(new ItemTextChanged(Given.Item(), Given.Text("New")), new MediaAttached(Given.Item(), Given.Picture));
        Assert.Equal(("New", "A loaf", "A loaf on a table"), (row.Caption, row.ImagePrompt, row.AltText));
        Assert.Equal(["bread", "lisboa"], row.Hashtags);
        Assert.Equal(Given.Picture, row.Media);
        Assert.Equal(Hash.Of(Platform.Instagram, Given.Text("New"), Given.Picture.Sha256), row.ContentHash);
    }

    [Fact]
    public void shows_who_said_what_of_its_content()
    {
        var asked = One(new ApprovalRequested(Given.Item(), "hash", "Please"));
        Assert.Equal((ReviewState.Requested, "hash", null, "Please"), Said(asked));

        var changes = One(new ChangesRequested(Given.Item(), "hash", Given.Ana, "Too long"));
        Assert.Equal((ReviewState.ChangesRequested, "hash", "user_ana", "Too long"), Said(changes));

        var approved = One(new ItemApproved(Given.Item(), "hash", Given.Ana, null));
        Assert.Equal((ReviewState.Approved, "hash", "user_ana", null), Said(approved));
        Assert.Equal(Given.Nine.AddMinutes(2), approved.ReviewedAt);
    }

    [Fact]
    public void forgets_its_review_with_every_edit()
    {
        var approved = new ItemApproved(Given.Item(), "hash", Given.Ana, null);
        DomainEvent[] edits =
        [
            new ItemTextChanged(Given.Item(), Given.Text("New")),
            new MediaAttached(Given.Item(), Given.Picture),
            new ItemIllustrated(Given.Generation(), Given.Item(), Given.Picture, Given.Model),
        ];
        Assert.All(edits, edit => Assert.Equal((ReviewState.Draft, null, null, null), Said(One(approved, edit))));
    }

    [Fact]
    public void follows_the_drawing_of_its_picture()
    {
        var requested = new IllustrationRequested(Given.Generation(1), Given.Item(), "A loaf", AspectRatio.Portrait);
        Assert.Equal(PictureState.Requested, One(requested).Picture);

        var failed = One(requested, new IllustrationFailed(Given.Generation(1), Given.Item(), Given.Trouble));
        Assert.Equal((PictureState.Failed, Given.Trouble), (failed.Picture, failed.PictureProblem));

        var drawn = One(requested, new ItemIllustrated(Given.Generation(1), Given.Item(), Given.Picture, Given.Model));
        Assert.Equal((PictureState.Done, Given.Picture, Given.Model), (drawn.Picture, drawn.Media, drawn.MadeBy));

        var again = One(
            requested,
            requested with
            {
                Generation = Given.Generation(2),
            },
            new IllustrationFailed(Given.Generation(1), Given.Item(), Given.Trouble)
        );
        Assert.Equal(PictureState.Requested, again.Picture); // an echo of the first
    }

    [Fact]
    public void goes_with_the_item() =>
        Assert.Empty(After(Begun, new ItemAdded(Given.Item(), Given.Post()), new ItemRemoved(Given.Item())));

    private static Created Begun => new("Bread", "Sell bread", null);

    private static (ReviewState, string?, string?, string?) Said(ItemRow row) =>
        (row.Review, row.ReviewedHash, row.ReviewedBy, row.ReviewNote);

    private static ItemRow One(params DomainEvent[] events) =>
        Assert.Single(After([Begun, new ItemAdded(Given.Item(), Given.Post()), .. events]));

    private static IReadOnlyList<ItemRow> After(params DomainEvent[] events) =>
        Rows.From(new ItemsProjection(), Given.Recorded(StreamName.Of("campaign", Given.Club, Given.Campaign().Value), events));
}
