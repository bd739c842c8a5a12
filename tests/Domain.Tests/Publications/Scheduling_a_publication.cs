using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Scheduling_a_publication
{
    [Fact]
    public void freezes_content_account_time_and_approval() =>
        Given()
            .When(Schedule(Wall(Ten)))
            .Then(new Scheduled(Flyer, AtClub, Plan(Ten), Ten.AddHours(24), Anna, LatePolicy.Default))
            .AndAgainRefused("publication.already_scheduled", "publicationId");

    [Fact]
    public void without_a_time_means_now_on_the_tenants_wall() =>
        Given()
            .When(Schedule(time: null, zone: "America/Sao_Paulo"))
            .Then<Scheduled>(e => e.When == new PlannedTime("2026-11-24T06:00:00", "America/Sao_Paulo", Nine, LocalTimeRule.Exact));

    [Fact]
    public void says_when_the_clock_jumped_over_the_time() =>
        Given()
            .When(Schedule(new("2027-03-28T01:30", "Europe/Lisbon")))
            .Then<Scheduled>(e =>
                e.When.Rule is LocalTimeRule.MovedForwardOverGap && e.When.DueAt == new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero)
            );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-60 * 24 * 365)]
    public void is_refused_once_the_time_has_come(int minutes) =>
        Given().When(Schedule(Wall(Nine.AddMinutes(minutes)))).ThenRefused("publication.due_in_past", "at");

    [Theory]
    [InlineData(731, false)]
    [InlineData(732, true)]
    public void is_refused_more_than_two_years_ahead(int days, bool refused)
    {
        var decided = Given().When(Schedule(Wall(Nine.AddDays(days))));
        if (refused)
            decided.ThenRefused("publication.due_too_far", "at");
        else
            decided.Then(ScheduledFor(Nine.AddDays(days)));
    }

    [Theory]
    [InlineData("Lisbon")]
    [InlineData("")]
    [InlineData("UTC+05:00")]
    public void is_refused_in_a_zone_that_nobody_knows(string zone) =>
        Given().When(Schedule(new("2026-11-25T09:00", zone))).ThenRefused("time.unknown_zone", "zone");

    [Fact]
    public void is_refused_at_a_time_that_is_none() =>
        Given().When(Schedule(new("tomorrow", "Europe/Lisbon"))).ThenRefused("time.malformed", "at");

    [Theory]
    [InlineData(Platform.Facebook)]
    [InlineData(Platform.LinkedIn)]
    [InlineData(Platform.Twitter)]
    public void is_refused_for_a_platform_without_an_adapter(Platform platform) =>
        Given().When(Schedule(content: Flyer with { Platform = platform })).ThenRefused("publication.platform_unsupported", "itemId");

    [Fact]
    public void is_refused_with_a_caption_that_the_platform_would_refuse() =>
        Given().When(Schedule(content: Flyer with { Caption = new('x', 2201) })).ThenRefused("publication.caption_rule", "itemId");

    [Fact]
    public void of_a_story_does_not_ask_for_a_caption_that_does_not_go_out() =>
        Given()
            .When(Schedule(Wall(Ten), Flyer with { Kind = PostKind.Story, Caption = new('x', 2201) }))
            .Then<Scheduled>(e => e.Content.Kind is PostKind.Story);

    [Fact]
    public void is_refused_on_an_account_that_nobody_connected() =>
        Given().When(Schedule(account: new Account.Unknown())).ThenRefused("account.not_found", "accountId");

    [Fact]
    public void is_refused_on_an_account_that_was_taken_away() =>
        Given()
            .When(Schedule(account: new Account.Disconnected("17841400000000001", "the.club", null, new(Guid.Empty))))
            .ThenRefused("account.disconnected", "accountId");

    [Fact]
    public void is_refused_on_an_account_that_must_be_reconnected() =>
        Given()
            .When(Schedule(account: new Account.Connected("1", "the.club", Key, Of(ProblemClass.AccountBroken), null)))
            .ThenRefused("account.needs_reconnect", "accountId");

    [Theory]
    [InlineData("waiting", "publication.already_scheduled", "publicationId")]
    [InlineData("ready", "publication.already_scheduled", "publicationId")]
    [InlineData("publishing", "publication.under_way", null)]
    [InlineData("live", "publication.live", null)]
    [InlineData("withdrawn", "publication.ended", null)]
    public void is_refused_under_an_id_that_is_taken(string stage, string code, string? field) =>
        Given(Stage(stage)).When(Schedule(Wall(Ten))).ThenRefused(code, field);

    private static Func<Publication, Decision<PublicationEvent>> Schedule(
        WallTime? time = null,
        PostContent? content = null,
        Account? account = null,
        string zone = "Etc/UTC"
    ) =>
        publication =>
            PublicationDecider.Schedule(publication, new(content ?? Flyer, Club, time, zone, Anna), account ?? ClubAccount, Nine);
}
