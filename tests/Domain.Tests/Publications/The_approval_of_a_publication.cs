using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_approval_of_a_publication
{
    private static readonly ApprovalWindow UntilTen = new(Nine.AddMinutes(-5), Ten);

    private static PublicationEvent[] Bound => [ScheduledFor(Nine) with { PublishUntil = Ten, Window = UntilTen }];

    private static PublicationEvent[] Void => [.. Waiting, new Rescheduled(Plan(Ten), Ten.AddDays(1)), new ApprovalVoided()];

    [Fact]
    public void lets_it_go_out_within_its_window_and_no_later() =>
        Given().When(Schedule(Nine)).Then(ScheduledFor(Nine) with { PublishUntil = Ten, Window = UntilTen });

    [Theory]
    [InlineData(61)]
    [InlineData(-6)]
    public void refuses_a_time_outside_its_window(int minutes)
    {
        Given().When(Schedule(Nine.AddMinutes(minutes))).ThenRefused("publication.outside_approval", "at");
        Given(Bound).When(Move(Nine.AddMinutes(minutes))).ThenRefused("publication.outside_approval", "at");
    }

    [Fact]
    public void ends_with_its_window_whatever_the_late_policy() =>
        Given(Bound)
            .When((Publication state) => PublicationDecider.Expire(state, Ten.AddSeconds(1)))
            .Then(new Skipped("The time that its approval names is over."));

    [Fact]
    public void lets_nobody_decide_for_a_time_outside_it() =>
        Given([.. Bound, new DecisionAsked(Ten.AddDays(1), "Late.")])
            .When((Publication state) => PublicationDecider.DecideLate(state, new(Publish: true), Ten.AddMinutes(1)))
            .ThenRefused("publication.outside_approval", "at");

    [Fact]
    public void is_void_once_a_person_moves_it_where_the_tenant_says_so()
    {
        Given(Waiting).When(Move(Ten, voids: true)).Then(new Rescheduled(Plan(Ten), Ten.AddDays(1)), new ApprovalVoided());
        Given(Waiting).When(Move(Ten)).Then(new Rescheduled(Plan(Ten), Ten.AddDays(1)));
        Given(ScheduledFor(Nine) with { ApprovedBy = null }).When(Move(Ten, voids: true)).Then(new Rescheduled(Plan(Ten), Ten.AddDays(1)));
    }

    [Fact]
    public void of_someone_outside_is_not_made_void_behind_their_back() =>
        Given(ScheduledFor(Nine) with { ApprovedBy = Reviews.ReviewSample.Link.Actor })
            .When(Move(Ten, voids: true))
            .ThenRefused("publication.review_would_be_void");

    [Fact]
    public void is_waited_for_once_it_is_void()
    {
        var state = After<Publication, PublicationEvent>(Void);

        Assert.Equal(new PublicationStep.Wait(Ten - Pace.PrepareAhead), PublicationFlow.Next(state, Pace, Nine));
        Assert.Equal(new PublicationStep.AskForApproval(Ten.AddDays(1)), PublicationFlow.Next(state, Pace, Ten));
        Given(Void).When(Reapprove).Then(new Reapproved(Ben)).AndAgainNothing();
        Assert.IsType<PublicationStep.Upload>(
            PublicationFlow.Next(After<Publication, PublicationEvent>([.. Void, new Reapproved(Ben)]), Pace, Ten)
        );
    }

    [Fact]
    public void is_waited_for_no_longer_once_the_tenant_asks_for_none()
    {
        var waived = Given(Void).When((Publication state) => PublicationDecider.WaiveApproval(state)).Then(new ApprovalWaived());

        Assert.IsType<PublicationStep.Upload>(PublicationFlow.Next(waived.State, Pace, Ten));
        Given(Waiting).When((Publication state) => PublicationDecider.WaiveApproval(state)).ThenNothing();
    }

    [Fact]
    public void that_never_comes_again_ends_it() =>
        Given(Void)
            .When((Publication state) => PublicationDecider.Expire(state, Ten.AddDays(1).AddSeconds(1)))
            .Then(new Skipped("Nobody approved its new time."));

    [Fact]
    public void that_is_void_stops_a_call_that_was_about_to_begin() =>
        Given([.. Ready, new ApprovalVoided()])
            .When((Publication state) => PublicationDecider.StartPublish(state, FirstCall, Nine))
            .ThenNothing();

    [Theory]
    [InlineData("unknown", "publication.not_found", "publicationId")]
    [InlineData("live", "publication.live", null)]
    public void is_not_given_where_nothing_waits(string stage, string code, string? field) =>
        Given(Stage(stage)).When(Reapprove).ThenRefused(code, field);

    private static Func<Publication, Decision<PublicationEvent>> Reapprove => publication => PublicationDecider.Reapprove(publication, Ben);

    private static Func<Publication, Decision<PublicationEvent>> Schedule(DateTimeOffset due) =>
        publication =>
            PublicationDecider.Schedule(
                publication,
                new(Flyer, Club, Wall(due), "Etc/UTC", Anna, LatePolicy.Default, UntilTen),
                ClubAccount,
                Nine.AddHours(-1)
            );

    private static Func<Publication, Decision<PublicationEvent>> Move(DateTimeOffset due, bool voids = false) =>
        publication => PublicationDecider.Reschedule(publication, new(Wall(due)), Nine.AddHours(-1), voids);
}
