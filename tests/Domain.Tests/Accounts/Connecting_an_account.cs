using Campaigns.Domain.Accounts;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Accounts;

public sealed class Connecting_an_account
{
    internal static readonly AccountEvent.Connected Connected = new("17841400000000001", "the.club", Key);
    private static readonly AccountEvent.Disconnected Disconnected = new();
    private static readonly AccountEvent.TroubleFound Trouble = new(Of(ProblemClass.AccountBroken));

    [Fact]
    public void keeps_whom_the_token_opens() => Given().When(Connect()).Then(Connected).AndAgainNothing();

    [Fact]
    public void anew_keeps_the_account_and_takes_the_new_token() =>
        Given(Connected).When(Connect(token: NewKey)).Then(new AccountEvent.Reconnected("the.club", NewKey)).AndAgainNothing();

    [Fact]
    public void anew_follows_a_changed_name() =>
        Given(Connected).When(Connect("the.new.club")).Then(new AccountEvent.Reconnected("the.new.club", Key));

    [Fact]
    public void anew_ends_its_trouble() =>
        Given(Connected, Trouble).When(Connect()).Then(new AccountEvent.Reconnected("the.club", Key)).AndAgainNothing();

    [Fact]
    public void is_refused_for_somebody_elses_token()
    {
        Given(Connected).When(Connect(user: "2")).ThenRefused("account.other_user", "token");
        Given(Connected, Disconnected).When(Connect(user: "2")).ThenRefused("account.other_user", "token");
    }

    [Fact]
    public void brings_back_an_account_that_was_taken_away() => Given(Connected, Disconnected).When(Connect()).Then(Connected);

    [Fact]
    public void is_no_way_round_a_hold()
    {
        AccountEvent[] held = [Connected, new AccountEvent.Held("Crisis.")];

        Assert.Equal("Crisis.", HoldAfter([.. held, Connected]));
        Assert.Equal("Crisis.", HoldAfter([.. held, Disconnected, Connected]));
        Assert.Null(HoldAfter([.. held, Disconnected, Connected, new AccountEvent.Released()]));
    }

    [Fact]
    public void gives_no_slot_of_its_week_to_a_second_post()
    {
        AccountEvent[] taken = [Connected, new AccountEvent.WeeklySlotTaken(Outing, Plan(Ten), Nine)];

        var before = Assert.IsType<Account.Connected>(After<Account, AccountEvent>(taken)).Week;
        var after = Assert.IsType<Account.Connected>(After<Account, AccountEvent>([.. taken, Disconnected, Connected])).Week;
        Assert.Single(before.Taken);
        Assert.Equal(before.Taken, after.Taken);
    }

    private static string? HoldAfter(params AccountEvent[] happened) =>
        Assert.IsType<Account.Connected>(After<Account, AccountEvent>(happened)).HeldBecause;

    private static Func<Account, Decision<AccountEvent>> Connect(
        string username = "the.club",
        TokenRef? token = null,
        string user = "17841400000000001"
    ) => account => AccountDecider.Connect(account, new(user, username, token ?? Key));
}
