using Campaigns.Domain.Accounts;
using static Campaigns.Domain.Accounts.AccountEvent;
using Connected = Campaigns.Domain.Accounts.AccountEvent.Connected;

namespace Campaigns.Domain.Tests.Accounts;

public sealed class A_connected_account
{
    private static readonly Connected Begun = Connecting_an_account.Connected;
    private static readonly Problem Bad = Of(ProblemClass.AccountBroken);

    [Fact]
    public void can_be_taken_away_once() => Given(Begun).When(Disconnect).Then(new Disconnected()).AndAgainNothing();

    [Fact]
    public void can_be_held()
    {
        Given(Begun).When(Hold("Crisis.")).Then(new Held("Crisis.")).AndAgainNothing();
        Given(Begun, new Held("Crisis.")).When(Hold("Strike.")).Then(new Held("Strike."));
    }

    [Fact]
    public void is_not_held_without_a_reason()
    {
        Given(Begun).When(Hold("")).ThenRefused("input.required", "reason");
        Given(Begun).When(Hold(new('x', 501))).ThenRefused("input.too_long", "reason");
    }

    [Fact]
    public void can_be_released_once()
    {
        Given(Begun, new Held("Crisis.")).When(Release).Then(new Released()).AndAgainNothing();
        Given(Begun).When(Release).ThenNothing();
    }

    [Fact]
    public void remembers_its_trouble_once() => Given(Begun).When(Trouble).Then(new TroubleFound(Bad)).AndAgainNothing();

    [Fact]
    public void is_in_no_trouble_over_a_token_that_was_replaced() =>
        Given(Begun, new Reconnected("the.club", NewKey)).When(Trouble).ThenNothing();

    [Fact]
    public void is_no_more_what_was_never_connected()
    {
        Given().When(Disconnect).ThenRefused("account.not_found", "accountId");
        Given().When(Hold("Crisis.")).ThenRefused("account.not_found", "accountId");
        Given().When(Release).ThenRefused("account.not_found", "accountId");
        Given().When(Trouble).ThenNothing();
    }

    [Fact]
    public void cannot_be_held_or_released_once_taken_away()
    {
        Given(Begun, new Disconnected()).When(Hold("Crisis.")).ThenRefused("account.not_found", "accountId");
        Given(Begun, new Disconnected()).When(Release).ThenRefused("account.not_found", "accountId");
        Given(Begun, new Disconnected()).When(Trouble).ThenNothing();
    }

    private static Func<Account, Decision<AccountEvent>> Disconnect => AccountDecider.Disconnect;

    private static Func<Account, Decision<AccountEvent>> Hold(string reason) => account => AccountDecider.Hold(account, new(reason));

    private static Func<Account, Decision<AccountEvent>> Release => AccountDecider.Release;

    private static Func<Account, Decision<AccountEvent>> Trouble => account => AccountDecider.RecordTrouble(account, Key, Bad);
}
