using Campaigns.Domain.Accounts;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Connecting_an_account(Cluster cluster) : IClassFixture<Cluster>
{
    [Fact]
    public async Task tries_the_token_and_keeps_nothing_when_it_is_refused()
    {
        var before = cluster.Studio.Tokens;

        var connection = await cluster.Grains.AccountConnection(cluster.NewTenant()).Connect("bad", cluster.Ana());

        Assert.Equal("account.token_refused", Refused(connection.Outcome));
        Assert.Equal(before, cluster.Studio.Tokens);
    }

    [Fact]
    public async Task twice_for_the_same_user_is_one_account_with_the_new_token()
    {
        var tenant = cluster.NewTenant();
        var connections = cluster.Grains.AccountConnection(tenant);
        var first = await connections.Connect("good_cafe", cluster.Ana());
        var second = await connections.Connect("good_cafe", cluster.Ana());

        Assert.Equal(first.Account, second.Account);
        Assert.Equal(2, Accepted(second.Outcome).Version);
        var account = Assert.IsType<Account.Connected>(await cluster.Grains.Account(tenant, first.Account!.Value).Describe());
        Assert.Equal("good_cafe", await cluster.Studio.Reveal(tenant, account.Token, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task repeated_with_its_id_gives_its_first_outcome_and_another_token_is_refused()
    {
        var connections = cluster.Grains.AccountConnection(cluster.NewTenant());
        var first = await connections.Connect("good_cafe", cluster.Ana("connect-1"));

        Assert.Equal(first, await connections.Connect("good_cafe", cluster.Ana("connect-1")));
    }

    [Fact]
    public async Task leaves_the_token_out_of_the_log()
    {
        var tenant = cluster.NewTenant();
        var connection = await cluster.Grains.AccountConnection(tenant).Connect("good_secret", cluster.Ana());

        await foreach (var recorded in cluster.Log.Read(EventStore.StreamName.Parse($"account-{tenant}/{connection.Account}")))
            Assert.DoesNotContain("good_secret", recorded.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_two_users_under_one_command_id_keeps_each_token_to_its_account()
    {
        var tenant = cluster.NewTenant();
        var connections = cluster.Grains.AccountConnection(tenant);
        var alice = await connections.Connect("good_alice", cluster.Ana("same"));
        var bob = await connections.Connect("good_bob", cluster.Ana("same"));

        foreach (var (connection, token) in new[] { (alice, "good_alice"), (bob, "good_bob") })
        {
            var account = Assert.IsType<Account.Connected>(await cluster.Grains.Account(tenant, connection.Account!.Value).Describe());
            Assert.Equal(token, await cluster.Studio.Reveal(tenant, account.Token, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("good_x\r\nX-Injected: 1")]
    [InlineData("good_x y")]
    [InlineData("good_ü")]
    public async Task refuses_what_could_be_no_header(string token) =>
        Assert.Equal(
            "account.token_malformed",
            Refused((await cluster.Grains.AccountConnection(cluster.NewTenant()).Connect(token, cluster.Ana())).Outcome)
        );

    [Fact]
    public async Task and_disconnecting_it_forgets_its_token()
    {
        var tenant = cluster.NewTenant();
        var connection = await cluster.Grains.AccountConnection(tenant).Connect("good_gone", cluster.Ana());
        var account = cluster.Grains.Account(tenant, connection.Account!.Value);
        var token = Assert.IsType<Account.Connected>(await account.Describe()).Token;

        Accepted(await account.Disconnect(new(), cluster.Ana()));

        Assert.Null(await cluster.Studio.Reveal(tenant, token, TestContext.Current.CancellationToken));
    }
}
