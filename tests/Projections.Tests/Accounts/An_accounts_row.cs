using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.EventStore;
using Campaigns.Projections.Accounts;
using static Campaigns.Domain.Accounts.AccountEvent;

namespace Campaigns.Projections.Tests.Accounts;

public sealed class An_accounts_row
{
    private static readonly TokenRef Token = new(Given.Uuid(77));
    private static readonly Connected Connected = new("17841", "club", Token);

    [Fact]
    public void shows_whether_it_can_be_used()
    {
        Assert.Equal(
            ("club", "17841", AccountState.Connected),
            After(Connected) is { } row ? (row.Username, row.InstagramUserId, row.State) : default
        );

        var troubled = After(Connected, new TroubleFound(Given.Trouble))!;
        Assert.Equal((AccountState.Trouble, Given.Trouble), (troubled.State, troubled.Trouble));

        var again = After(Connected, new TroubleFound(Given.Trouble), new Reconnected("club_2", Token))!;
        Assert.Equal((AccountState.Connected, null, "club_2"), (again.State, again.Trouble, again.Username));

        Assert.Equal(AccountState.Disconnected, After(Connected, new Disconnected(), new TroubleFound(Given.Trouble))!.State);
    }

    [Fact]
    public void shows_why_it_is_held()
    {
        Assert.Equal("Wait", After(Connected, new Held("Wait"))!.HeldReason);
        Assert.Null(After(Connected, new Held("Wait"), new Released())!.HeldReason);
    }

    private static AccountRow? After(params DomainEvent[] events) =>
        Rows.From(new AccountsProjection(), Given.Recorded(StreamName.Of("account", Given.Club, Given.Account().Value), events))
            .SingleOrDefault();
}
