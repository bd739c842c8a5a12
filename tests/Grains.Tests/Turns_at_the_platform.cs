using Campaigns.Domain.Tenants;
using Campaigns.Grains.Publications;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Grains.Tests;

public sealed class Turns_at_the_platform : IDisposable
{
    private static readonly TenantId Flood = TenantId.Parse("org_flood");
    private static readonly TenantId Shop = TenantId.Parse("org_shop");
    private static readonly TenantId Club = TenantId.Parse("org_club");

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Noon.AddMinutes(-1));
    private readonly PlatformTurns turns;

    public Turns_at_the_platform() => turns = new(new(Most: 4, MostOfOne: 3), clock);

    public void Dispose() => turns.Dispose();

    [Fact]
    public void are_left_for_others_however_much_one_tenant_has_to_do()
    {
        var flood = Ask(Flood, 5000);

        Assert.Equal(3, Granted(flood));
        Assert.True(turns.Ask(Shop, isUrgent: true).Granted.IsCompleted);
    }

    [Fact]
    public void go_round_the_tenants_and_within_each_to_the_first_that_came()
    {
        var running = new[] { turns.Ask(Flood, true), turns.Ask(Flood, true), turns.Ask(Shop, true), turns.Ask(Shop, true) };
        var flood = Ask(Flood, 3);
        var club = Ask(Club, 2);

        running[0].Dispose();
        running[1].Dispose();
        Assert.Equal((1, 1), (Granted(flood), Granted(club)));
        Assert.True(flood[0].Granted.IsCompleted && club[0].Granted.IsCompleted);
        running[2].Dispose();
        running[3].Dispose();
        Assert.Equal((2, 2), (Granted(flood), Granted(club)));
    }

    [Fact]
    public void go_to_what_is_due_before_what_is_only_prepared()
    {
        var running = new[] { turns.Ask(Flood, true), turns.Ask(Flood, true), turns.Ask(Flood, true), turns.Ask(Shop, true) };
        var prepared = turns.Ask(Club, isUrgent: false);
        var due = turns.Ask(Club, isUrgent: true);

        running[3].Dispose();

        Assert.Equal((false, true), (prepared.Granted.IsCompleted, due.Granted.IsCompleted));
    }

    [Fact]
    public void pass_over_those_that_no_longer_want_theirs()
    {
        var running = Ask(Flood, 3);
        var (gone, next) = (turns.Ask(Flood, true), turns.Ask(Flood, true));
        gone.Dispose();
        gone.Dispose();

        running[0].Dispose();
        running[0].Dispose();

        Assert.Equal((false, true), (gone.Granted.IsCompleted, next.Granted.IsCompleted));
        Assert.False(turns.Ask(Flood, true).Granted.IsCompleted);
    }

    [Fact]
    public void are_few_until_the_call_is_under_way_and_then_many()
    {
        using var narrow = new PlatformTurns(
            new(Most: 6, MostOfOne: 5)
            {
                MostBeginning = 3,
                MostBeginningOfOne = 2,
                MostBeginningAlone = 2,
            },
            clock
        );
        var flood = Enumerable.Range(0, 100).Select(_ => narrow.Ask(Flood, isUrgent: true)).ToList();
        Assert.Equal(2, Granted(flood));
        Assert.True(narrow.Ask(Shop, isUrgent: true).Granted.IsCompleted);
        var club = narrow.Ask(Club, isUrgent: true);
        Assert.False(club.Granted.IsCompleted);

        flood[0].Call();
        flood[0].Call();
        Assert.Equal((3, false), (Granted(flood), club.Granted.IsCompleted));
        flood[1].Call();
        Assert.Equal((3, true), (Granted(flood), club.Granted.IsCompleted));

        flood[2].Dispose(); // without a call
        flood[3].Call();
        Assert.Equal(5, Granted(flood));
        flood[4].Call(); // with the shop's and the club's, six are under way
        Assert.Equal(5, Granted(flood));
    }

    [Fact]
    public void are_all_for_a_tenant_that_is_alone_until_another_has_something_due()
    {
        using var shared = new PlatformTurns(
            new(Most: 50, MostOfOne: 40)
            {
                MostBeginning = 10,
                MostBeginningOfOne = 2,
                MostBeginningAlone = 10,
            },
            clock
        );
        var flood = Enumerable.Range(0, 100).Select(_ => shared.Ask(Flood, isUrgent: true)).ToList();
        Assert.Equal(10, Granted(flood));

        var shop = shared.AskAhead(Shop, Noon);
        for (var n = 0; n < 9; n++)
            flood[n].Call();
        Assert.Equal(11, Granted(flood)); // two at a time from now on

        shop.Dispose(); // it wants its turn no more
        Assert.Equal(19, Granted(flood));
    }

    [Fact]
    public void asked_for_ahead_come_when_they_are_due_and_in_turn()
    {
        var flood = Enumerable.Range(0, 100).Select(_ => turns.AskAhead(Flood, Noon)).ToList();
        var shop = turns.AskAhead(Shop, Noon);
        var earlier = turns.AskAhead(Club, Noon.AddSeconds(-20));
        var gone = turns.AskAhead(Club, Noon.AddSeconds(-30));
        gone.Dispose();

        clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal((0, false, false), (Granted(flood), shop.Granted.IsCompleted, earlier.Granted.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, false, true), (Granted(flood), shop.Granted.IsCompleted, earlier.Granted.IsCompleted));
        earlier.Dispose();
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal((3, true, false), (Granted(flood), shop.Granted.IsCompleted, gone.Granted.IsCompleted));
    }

    [Fact]
    public void asked_for_after_they_were_due_come_at_once()
    {
        var late = turns.AskAhead(Shop, Noon.AddMinutes(-5));
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(late.Granted.IsCompleted);
    }

    private List<PlatformTurn> Ask(TenantId tenant, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => turns.Ask(tenant, isUrgent: true))];

    private static int Granted(List<PlatformTurn> asked) => asked.Count(turn => turn.Granted.IsCompleted);
}
