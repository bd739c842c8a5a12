using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Rescheduling_a_publication
{
    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void moves_it_and_its_late_policy(string stage) =>
        Given(Stage(stage)).When(Reschedule(Wall(Ten))).Then(new Rescheduled(Plan(Ten), Ten.AddHours(24))).AndAgainNothing();

    [Fact]
    public void without_a_time_means_now() =>
        Given(Waiting)
            .When(Reschedule(null))
            .Then(new Rescheduled(Plan(Nine.AddHours(-1)), Nine.AddHours(23), AtOnce: true))
            .AndAgainNothing();

    [Fact]
    public void keeps_what_the_platform_has()
    {
        var moved = After<Publication, PublicationEvent>([.. Ready, new Rescheduled(Plan(Ten), Ten.AddHours(24))]);

        Assert.Equal(C1, Assert.IsType<Publication.Ready>(moved).Container.Id);
    }

    [Fact]
    public void to_the_time_it_has_changes_nothing_even_once_that_has_passed()
    {
        Given(Waiting).When(Reschedule(Wall(Nine))).ThenNothing();
        Given(Waiting).When(Reschedule(Wall(Nine), now: Nine.AddHours(2))).ThenNothing();
    }

    [Fact]
    public void is_refused_to_a_time_that_has_passed() =>
        Given(Waiting).When(Reschedule(Wall(Nine.AddDays(-1)))).ThenRefused("publication.due_in_past", "at");

    [Fact]
    public void is_refused_more_than_two_years_ahead() =>
        Given(Waiting).When(Reschedule(Wall(Nine.AddYears(3)))).ThenRefused("publication.due_too_far", "at");

    [Fact]
    public void is_refused_in_words_that_mean_no_time()
    {
        Given(Waiting).When(Reschedule(new("2026-11-25T09:00Z", "Europe/Lisbon"))).ThenRefused("time.malformed", "at");
        Given(Waiting).When(Reschedule(new("2026-11-25T09:00", "Atlantis"))).ThenRefused("time.unknown_zone", "zone");
    }

    [Theory]
    [InlineData("unknown", "publication.not_found", "publicationId")]
    [InlineData("publishing", "publication.under_way", null)]
    [InlineData("live", "publication.live", null)]
    [InlineData("withdrawn", "publication.ended", null)]
    public void is_refused_where_there_is_nothing_to_move(string stage, string code, string? field) =>
        Given(Stage(stage)).When(Reschedule(Wall(Ten))).ThenRefused(code, field);

    private static Func<Publication, Decision<PublicationEvent>> Reschedule(WallTime? time, DateTimeOffset? now = null) =>
        publication => PublicationDecider.Reschedule(publication, new(time), now ?? Nine.AddHours(-1));
}
