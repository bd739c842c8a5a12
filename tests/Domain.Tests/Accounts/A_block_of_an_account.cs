using Campaigns.Domain.Accounts;
using static Campaigns.Domain.Accounts.AccountEvent;

namespace Campaigns.Domain.Tests.Accounts;

public sealed class A_block_of_an_account
{
    private static readonly Problem Spam = Of(ProblemClass.AccountBlocked);
    private static readonly AccountEvent[] Connected = [new Connected("17841400000000001", "the.club", Key)];
    private static readonly AccountEvent[] Blocked = [.. Connected, new Blocked(Spam, Nine, Nine.AddHours(4))];

    [Fact]
    public void lasts_four_hours_and_is_not_made_longer_by_calls_that_were_under_way()
    {
        Given(Connected).When(Record(Nine)).Then(new Blocked(Spam, Nine, Nine.AddHours(4)));
        Given(Blocked).When(Record(Nine.AddMinutes(1))).ThenNothing();
    }

    [Fact]
    public void lasts_twice_as_long_when_it_comes_again_within_a_day_and_a_day_at_most()
    {
        var again = Nine.AddHours(5);
        Given(Blocked).When(Record(again)).Then(new Blocked(Spam, again, again.AddHours(8)));
        Given([.. Connected, new Blocked(Spam, Nine, Nine.AddHours(20))])
            .When(Record(Nine.AddDays(1)))
            .Then(new Blocked(Spam, Nine.AddDays(1), Nine.AddDays(2)));
        Given(Blocked).When(Record(Nine.AddDays(3))).Then(new Blocked(Spam, Nine.AddDays(3), Nine.AddDays(3).AddHours(4)));
    }

    [Fact]
    public void is_none_of_an_account_that_was_connected_anew() =>
        Given([.. Connected, new Reconnected("the.club", NewKey)]).When(Record(Nine)).ThenNothing();

    private static Func<Account, Decision<AccountEvent>> Record(DateTimeOffset now) =>
        account => AccountDecider.RecordBlock(account, Key, Spam, now);
}
