using Campaigns.Domain.Accounts;
using Campaigns.Domain.History;
using static Campaigns.Domain.Accounts.AccountEvent;

namespace Campaigns.Domain.Tests.Accounts;

public sealed class What_changed_in_an_account
{
    private static readonly Connected Begun = new("17841", "the.club", Key);

    [Fact]
    public void when_it_is_connected_is_whose_it_is() =>
        Assert.Equal(
            [new("state", null, "connected"), new("username", null, "the.club"), new("instagramUserId", null, "17841")],
            Changed([], Begun)
        );

    [Fact]
    public void when_it_is_connected_anew_is_its_name_and_its_trouble_but_never_its_token() =>
        Assert.Equal(
            [new("username", "the.club", "the.new.club"), new("trouble", "In words.", null)],
            Changed([Begun, new TroubleFound(Of(ProblemClass.AccountBroken))], new Reconnected("the.new.club", NewKey))
        );

    [Fact]
    public void when_it_is_held_is_why() => Assert.Equal([new("heldBecause", null, "Crisis.")], Changed([Begun], new Held("Crisis.")));

    [Fact]
    public void when_it_is_taken_away_is_that_it_is_gone() =>
        Assert.Equal([new("state", "connected", "disconnected")], Changed([Begun], new Disconnected()));

    private static IReadOnlyList<Change> Changed(AccountEvent[] before, AccountEvent happened) =>
        AccountChanges.Between(After<Account, AccountEvent>(before), happened);
}
