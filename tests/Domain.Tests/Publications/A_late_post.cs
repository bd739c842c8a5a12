using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class A_late_post
{
    private static readonly DateTimeOffset TooLate = Nine.AddMinutes(30).AddSeconds(1);

    [Fact]
    public void is_skipped_with_what_it_waited_for()
    {
        Given(With(LateAction.Skip)).When(Expire).Then(new Skipped("It could not go out within 30 minutes of its due time."));
        Given([.. With(LateAction.Skip), new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine), new Deferred(DeferralReason.Quota, Ten)])
            .When(Expire)
            .Then<Skipped>(e => e.Reason.Contains("as much as the platform allows", StringComparison.Ordinal));
    }

    [Fact]
    public void has_failed_where_a_failure_kept_it() =>
        Given([.. With(LateAction.Skip), new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine)]).When(Expire).Then(new GaveUp(Hiccup));

    [Fact]
    public void is_a_persons_to_decide_where_the_policy_says_so()
    {
        var asked = Given(With(LateAction.Ask)).When(Expire).Then<DecisionAsked>(e => e.DecideBy == TooLate.AddDays(7));

        Assert.Equal(new PublicationStep.Wait(TooLate.AddDays(7).AddSeconds(1)), PublicationFlow.Next(asked.State, Pace, Ten));
        Assert.Equal(new PublicationStep.Expire(), PublicationFlow.Next(asked.State, Pace, TooLate.AddDays(7).AddSeconds(1)));
        asked.AndAgainNothing();
    }

    [Fact]
    public void goes_out_or_not_as_the_person_says()
    {
        PublicationEvent[] asked = [.. With(LateAction.Ask), new DecisionAsked(Nine.AddDays(7), "Late.")];

        var moved = Given(asked)
            .When(Decide(publish: true))
            .Then<Rescheduled>(e => e.AtOnce && e.When.DueAt == Ten && e.PublishUntil == Ten.AddHours(1));
        Assert.IsType<PublicationStep.Upload>(PublicationFlow.Next(moved.State, Pace, Ten));
        Given(asked).When(Decide(publish: false)).Then<Skipped>(_ => true).AndAgainRefused("publication.ended");
        Given(With(LateAction.Ask)).When(Decide(publish: true)).ThenRefused("publication.nothing_to_decide", "publicationId");
    }

    [Fact]
    public void is_skipped_when_nobody_decides_for_a_week() =>
        Given([.. With(LateAction.Ask), new DecisionAsked(Nine.AddDays(7), "Late.")])
            .When((Publication state) => PublicationDecider.Expire(state, Nine.AddDays(7).AddSeconds(1)))
            .Then<Skipped>(e => e.Reason.Contains("Nobody decided", StringComparison.Ordinal));

    [Fact]
    public void takes_the_next_moment_once_and_within_a_week_where_the_policy_says_so()
    {
        var carried = Given(With(LateAction.NextMoment)).When(Expire).Then<CarriedOver>(e => e.PublishUntil == TooLate.AddDays(7));

        Assert.IsType<PublicationStep.Upload>(PublicationFlow.Next(carried.State, Pace, TooLate));
        Given([.. With(LateAction.NextMoment), new CarriedOver(Nine.AddDays(7), "Late.")])
            .When((Publication state) => PublicationDecider.Expire(state, Nine.AddDays(8)))
            .Then<Skipped>(_ => true);
    }

    [Fact]
    public void may_not_be_allowed_to_be_late_by_less_than_a_minute_or_more_than_a_week()
    {
        Assert.Equal("late_policy.out_of_range", new LatePolicy(TimeSpan.Zero, LateAction.Skip).Broken?.Code);
        Assert.Equal("late_policy.out_of_range", new LatePolicy(TimeSpan.FromDays(8), LateAction.Ask).Broken?.Code);
        Assert.Null(LatePolicy.Default.Broken);
    }

    private static PublicationEvent[] With(LateAction then)
    {
        var late = new LatePolicy(TimeSpan.FromMinutes(30), then);
        return [ScheduledFor(Nine) with { Late = late, PublishUntil = Nine + late.Within }];
    }

    private static Func<Publication, Decision<PublicationEvent>> Expire => publication => PublicationDecider.Expire(publication, TooLate);

    private static Func<Publication, Decision<PublicationEvent>> Decide(bool publish) =>
        publication => PublicationDecider.DecideLate(publication, new(publish), Ten);
}
