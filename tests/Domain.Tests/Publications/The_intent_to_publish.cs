using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_intent_to_publish
{
    [Fact]
    public void is_recorded_once_for_a_call() =>
        Given(Ready).When(Start(FirstCall)).Then(new PublishStarted(C1, 1, Nine)).AndAgainNothing();

    [Fact]
    public void is_recorded_for_a_second_call_after_two_readings() =>
        Given(ReadUnpublished).When(Start(SecondCall)).Then(new PublishStarted(C1, 2, Nine)).AndAgainNothing();

    [Fact]
    public void is_not_recorded_after_one_reading() => Given(ReadUnpublished[..^1]).When(Start(SecondCall)).ThenNothing();

    [Fact]
    public void is_not_recorded_for_another_container() => Given(Ready).When(Start(FirstCall with { Container = C2 })).ThenNothing();

    [Fact]
    public void is_not_recorded_for_another_call_than_the_next() => Given(Ready).When(Start(SecondCall)).ThenNothing();

    [Fact]
    public void gives_way_to_a_later_time() =>
        Given([.. Ready, new Rescheduled(Plan(Ten), Ten.AddHours(24))]).When(Start(FirstCall)).ThenNothing();

    [Theory]
    [InlineData("unknown")]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_not_recorded_without_a_ready_container(string stage) => Given(Stage(stage)).When(Start(FirstCall)).ThenNothing();

    [Theory]
    [InlineData(90, 120)]
    [InlineData(4, 6)]
    [InlineData(3600, 7200)]
    public void may_be_followed_by_its_call_for_so_long_that_the_call_ends_well_before_its_deadline(int timeout, int deadline)
    {
        var (longest, end) = (TimeSpan.FromSeconds(timeout), TimeSpan.FromSeconds(deadline));
        var pace = Pace.WithCalls(longest, end);

        Assert.Equal(end, pace.CallDeadline);
        Assert.True(pace.SendWithin > TimeSpan.Zero);
        Assert.Equal((end - longest) / 2, end - (pace.SendWithin + longest));
    }

    private static Func<Publication, Decision<PublicationEvent>> Start(PublicationStep.Publish step) =>
        publication => PublicationDecider.StartPublish(publication, step, Nine);
}
