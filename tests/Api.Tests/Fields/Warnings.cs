using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Fields;

/// <summary>What is said before something scheduled is missed.</summary>
public sealed class Warnings(FilledApi api) : IClassFixture<FilledApi>
{
    private const string OfAccount = """
        query($id: ID!, $at: String!) { account(id: $id, atLeast: $at) { warnings { code message since } } }
        """;

    private static readonly Problem Expired = new(ProblemClass.AccountBroken, "190/463", "The token has expired.");

    [Fact]
    public async Task of_an_account_come_and_go_with_what_they_warn_of()
    {
        var account = await Connected(1);
        Assert.Equal("[]", await Ask(account));

        await api.Append(Stream(account), new AccountEvent.TroubleFound(Expired));
        Assert.Equal(
            """[{"code":"account.token","message":"Reconnect @padaria: The token has expired.","since":"2026-11-23T09:00:00Z"}]""",
            await Ask(account)
        );

        await api.Append(Stream(account), new AccountEvent.TroubleCleared());
        Assert.Equal("[]", await Ask(account));

        var now = TimeProvider.System.GetUtcNow();
        var spam = new Problem(ProblemClass.AccountBlocked, "4/2207051", "Blocked as spam.");
        await api.Append(Stream(account), new AccountEvent.Blocked(spam, now, now.AddHours(4)));
        Assert.Contains("\"code\":\"account.blocked\"", await Ask(account), StringComparison.Ordinal);
    }

    [Fact]
    public async Task tell_when_more_is_due_within_a_day_than_the_quota_allows()
    {
        var account = await Connected(2);
        var now = TimeProvider.System.GetUtcNow();
        await api.Append(Stream(account), new AccountEvent.QuotaRead(48, 50, now));
        await Schedule(account, 21, now.AddHours(2));
        await Schedule(account, 22, now.AddHours(3));
        await Schedule(account, 23, now.AddHours(30)); // another day's
        Assert.Equal("[]", await Ask(account));

        await Schedule(account, 24, now.AddHours(4));
        Assert.Contains(
            "3 posts are due within a day on @padaria, and 2 of its 50 places in a day are free",
            await Ask(account),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task of_a_publication_are_its_own_and_its_accounts()
    {
        var account = await Connected(3);
        var publication = await Schedule(account, 31, TimeProvider.System.GetUtcNow().AddMinutes(5));
        var unreachable = new Problem(ProblemClass.MediaUnreachable, "9004/2207052", "Instagram could not fetch the picture.");
        await api.Append(
            StreamName.Of("publication", Given.Club, publication.Value),
            new PublicationEvent.AttemptFailed(PublicationPhase.Upload, unreachable, TimeProvider.System.GetUtcNow().AddMinutes(1))
        );
        await api.Append(Stream(account), new AccountEvent.TroubleFound(Expired));

        var reply = await api.Ask(
            "query($id: ID!, $at: String!) { publication(id: $id, atLeast: $at) { warnings { code } account { warnings { code } } } }",
            new { id = publication.Value, at = api.Head }
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        Assert.Equal(
            """{"warnings":[{"code":"publication.media"},{"code":"account.token"}],"account":{"warnings":[{"code":"account.token"}]}}""",
            reply.Data.GetProperty("publication").GetRawText()
        );
    }

    private async Task<AccountId> Connected(int n)
    {
        var account = new AccountId(new(900 + n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        await api.Append(Stream(account), new AccountEvent.Connected($"178{n}", "padaria", Given.Token));
        return account;
    }

    private async Task<PublicationId> Schedule(AccountId account, int n, DateTimeOffset due)
    {
        var scheduled = Given.Scheduled(due);
        await api.Append(
            StreamName.Of("publication", Given.Club, Given.Publication(n).Value),
            scheduled with
            {
                Target = scheduled.Target with { Account = account },
            }
        );
        return Given.Publication(n);
    }

    private async Task<string> Ask(AccountId account)
    {
        var reply = await api.Ask(OfAccount, new { id = account.Value, at = api.Head });
        Assert.False(reply.HasErrors, reply.Json.ToString());
        return reply.Data.GetProperty("account").GetProperty("warnings").GetRawText();
    }

    private static StreamName Stream(AccountId account) => StreamName.Of("account", Given.Club, account.Value);
}
