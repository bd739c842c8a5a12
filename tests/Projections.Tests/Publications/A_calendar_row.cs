using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Projections.Tests.Publications.Publishing;

namespace Campaigns.Projections.Tests.Publications;

public sealed class A_calendar_row
{
    [Fact]
    public void shows_what_goes_out_when_and_where() =>
        Assert.Equal(
            new CalendarRow(
                "org_club",
                Given.Publication().Uuid,
                Given.Campaign().Uuid,
                Given.Item().Uuid,
                Given.Account().Uuid,
                "club1",
                Platform.Instagram,
                PostKind.Photo,
                "Fresh bread",
                "https://media.example/1.jpg",
                Due,
                "2026-11-23T10:00:00",
                "Etc/UTC",
                PublicationStage.Waiting,
                PublicationStatus.Scheduled,
                LiveAt: null,
                UpdatedAt: Given.Nine,
                LastPosition: "1"
            ),
            Calendar(Planned)
        );

    [Fact]
    public void moves_with_its_publication()
    {
        var moved = Calendar(Planned, new Rescheduled(Given.At(Due.AddDays(1)), Due.AddDays(2)))!;
        Assert.Equal((Due.AddDays(1), "2026-11-24T10:00:00"), (moved.DueAt, moved.DueLocal));
    }

    [Fact]
    public void shows_how_it_stands()
    {
        Assert.Equal(PublicationStatus.Scheduled, Calendar(Planned, Uploaded, Ready)!.Status);
        Assert.Equal(PublicationStatus.Held, Calendar(Planned, Uploaded, new Held("Wait"), Ready)!.Status);
        Assert.Equal(PublicationStatus.Scheduled, Calendar(Planned, new Held("Wait"), new Released())!.Status);
        Assert.Equal(PublicationStatus.Publishing, Calendar(Planned, Uploaded, Ready, Started)!.Status);
        Assert.Equal(
            (PublicationStatus.Live, Live.At),
            Calendar(Planned, Uploaded, Ready, Started, Live) is { } row ? (row.Status, row.LiveAt!.Value) : default
        );
        Assert.Equal(PublicationStatus.Withdrawn, Calendar(Planned, new Withdrawn("No"))!.Status);
        Assert.Equal(PublicationStatus.Skipped, Calendar(Planned, new Skipped("Late"))!.Status);
        Assert.Equal(PublicationStatus.GaveUp, Calendar(Planned, new GaveUp(Given.Trouble))!.Status);
        Assert.Equal(
            PublicationStatus.NeedsPerson,
            Calendar(Planned, Uploaded, Ready, Started, new NeedsPerson(Given.Trouble, "Asked."))!.Status
        );
    }

    [Fact]
    public void is_not_made_of_a_publication_that_was_withdrawn_before_it_was_scheduled() => Assert.Null(Calendar(new Withdrawn("No")));
}
