using Campaigns.Domain.Publications;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Withdrawing_a_publication
{
    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void takes_it_back_before_its_publish_call(string stage) =>
        Given(Stage(stage)).When(Withdraw("Edited.")).Then(new PublicationEvent.Withdrawn("Edited.")).AndAgainNothing();

    [Fact]
    public void is_refused_for_one_that_is_none() =>
        Given().When(Withdraw("Edited.")).ThenRefused("publication.not_found", "publicationId");

    [Theory]
    [InlineData("unknown")]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void before_an_edit_takes_back_what_was_planned_only_too(string stage) =>
        Given(Stage(stage)).When(Forestall).Then(new PublicationEvent.Withdrawn("Edited.")).AndAgainNothing();

    [Fact]
    public void before_an_edit_is_refused_once_it_may_be_public()
    {
        Given(Publishing).When(Forestall).ThenRefused("publication.under_way");
        Given(Live).When(Forestall).ThenRefused("publication.live");
    }

    [Fact]
    public void keeps_a_late_echo_from_scheduling_what_was_edited_since() =>
        Given(new PublicationEvent.Withdrawn("Edited."))
            .When(
                (Publication state) => PublicationDecider.Schedule(state, new(Flyer, Club, Wall(Ten), "Etc/UTC", Anna), ClubAccount, Nine)
            )
            .ThenRefused("publication.ended");

    [Theory]
    [InlineData("publishing", "publication.under_way")]
    [InlineData("publishing again", "publication.under_way")]
    [InlineData("live", "publication.live")]
    public void is_refused_once_it_may_be_public(string stage, string code) =>
        Given(Stage(stage)).When(Withdraw("Edited.")).ThenRefused(code);

    [Fact]
    public void is_refused_without_a_reason() => Given(Ready).When(Withdraw(" ")).ThenRefused("input.required", "reason");

    [Fact]
    public void is_refused_with_a_speech() => Given(Ready).When(Withdraw(new('x', 501))).ThenRefused("input.too_long", "reason");

    [Fact]
    public void leaves_nothing_to_do()
    {
        var state = After<Publication, PublicationEvent>(PublicationSample.Withdrawn);

        Assert.IsType<PublicationStep.Rest>(PublicationFlow.Next(state, Pace, Ten));
    }

    private static Func<Publication, Decision<PublicationEvent>> Forestall =>
        publication => PublicationDecider.Forestall(publication, new("Edited."));

    private static Func<Publication, Decision<PublicationEvent>> Withdraw(string reason) =>
        publication => PublicationDecider.Withdraw(publication, new(reason));
}
