using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Holding_a_publication
{
    private static PublicationEvent[] OnHold => [.. Ready, new Held("Wait for the lawyer.")];

    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void keeps_it_from_going_out(string stage)
    {
        var held = Given(Stage(stage)).When(Hold("Wait for the lawyer.")).Then(new Held("Wait for the lawyer."));

        held.AndAgainNothing();
        Assert.IsType<PublicationStep.Rest>(PublicationFlow.Next(held.State, Pace, Nine));
    }

    [Fact]
    public void for_another_reason_says_so() => Given(OnHold).When(Hold("Wait for the sun.")).Then(new Held("Wait for the sun."));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void is_refused_without_a_reason(string reason) => Given(Ready).When(Hold(reason)).ThenRefused("input.required", "reason");

    [Fact]
    public void is_refused_with_a_speech() => Given(Ready).When(Hold(new('x', 501))).ThenRefused("input.too_long", "reason");

    [Theory]
    [InlineData("unknown", "publication.not_found", "publicationId")]
    [InlineData("publishing", "publication.under_way", null)]
    [InlineData("live", "publication.live", null)]
    [InlineData("withdrawn", "publication.ended", null)]
    public void is_refused_where_nothing_waits(string stage, string code, string? field)
    {
        Given(Stage(stage)).When(Hold("Wait.")).ThenRefused(code, field);
        Given(Stage(stage)).When(Release).ThenRefused(code, field);
    }

    [Fact]
    public void ends_with_its_release()
    {
        var released = Given(OnHold).When(Release).Then(new Released());

        released.AndAgainNothing();
        // Its place has passed meanwhile: the account keeps it another.
        Assert.IsType<PublicationStep.Reserve>(PublicationFlow.Next(released.State, Pace, Nine.AddHours(3)));
        Assert.IsType<PublicationStep.Publish>(PublicationFlow.Next(released.State, Pace, Nine.AddMinutes(3)));
    }

    [Fact]
    public void stops_a_publish_call_that_was_about_to_begin() =>
        Given(OnHold).When((Publication state) => PublicationDecider.StartPublish(state, FirstCall, Nine)).ThenNothing();

    [Fact]
    public void is_not_ended_by_the_late_policy() =>
        Given(OnHold).When((Publication state) => PublicationDecider.Expire(state, Nine.AddDays(9))).ThenNothing();

    private static Func<Publication, Decision<PublicationEvent>> Hold(string reason) =>
        publication => PublicationDecider.Hold(publication, new(reason));

    private static Func<Publication, Decision<PublicationEvent>> Release => PublicationDecider.Release;
}
