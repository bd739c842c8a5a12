using Campaigns.Api.Auth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Auth;

public sealed class The_issuers_keys : IAsyncLifetime
{
    private readonly ApiServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task are_asked_for_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Accepted(_server.Issuer.Key)));

        Assert.Equal(1, _server.Issuer.Asked);
    }

    [Fact]
    public async Task are_asked_for_again_when_a_token_names_a_new_one()
    {
        await Accepted(_server.Issuer.Key);
        _server.Clock.Advance(TimeSpan.FromSeconds(31));
        var rotated = new IssuerKey("ins_2");
        _server.Issuer.Keys.Add(rotated);

        await Accepted(rotated);

        Assert.Equal(2, _server.Issuer.Asked);
    }

    [Fact]
    public async Task are_not_asked_for_again_for_every_name_that_is_made_up()
    {
        await Accepted(_server.Issuer.Key);
        for (var i = 0; i < 50; i++)
            Assert.Equal(401, (await Ask($"ins_made_up_{i}")).Status);
        Assert.Equal(1, _server.Issuer.Asked);

        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 50; i++)
            Assert.Equal(401, (await Ask($"ins_made_up_{i}")).Status);
        Assert.Equal(2, _server.Issuer.Asked);
    }

    [Fact]
    public async Task are_asked_for_once_by_requests_that_do_not_wait_for_the_answer()
    {
        var hesitation = new TaskCompletionSource();
        _server.Issuer.Hesitation = hesitation.Task;
        for (var i = 0; i < 5; i++)
        {
            using var patience = new CancellationTokenSource();
            var asking = _server.Ask(_server.Token(), ct: patience.Token);
            await Eventually(() => _server.Issuer.Asked > 0 && _server.Served > i);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
            await Eventually(() => _server.Underway == 0);
        }

        var patient = _server.Ask(_server.Token());
        await Eventually(() => _server.Served > 5);
        hesitation.SetResult();

        Assert.Equal(200, (await patient).Status);
        Assert.Equal(1, _server.Issuer.Asked);
    }

    [Fact]
    public async Task are_waited_for_five_seconds()
    {
        var hesitation = new TaskCompletionSource();
        _server.Issuer.Hesitation = hesitation.Task;
        var asking = _server.Ask(_server.Token());
        await Eventually(() => _server.Issuer.Asked > 0);

        _server.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(503, (await asking).Status);
        hesitation.SetResult();
    }

    [Fact]
    public async Task are_forgotten_once_the_issuer_withdraws_them()
    {
        var withdrawn = _server.Issuer.Key;
        await Accepted(withdrawn);
        _server.Issuer.Keys[0] = new IssuerKey("ins_2");

        _server.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(401, (await _server.Ask(_server.Token(key: withdrawn))).Status);
        withdrawn.Rsa.Dispose();
    }

    [Fact]
    public async Task that_cannot_be_had_are_no_fault_of_the_token()
    {
        foreach (
            var instead in new[]
            {
                Results.StatusCode(500),
                Results.Text("<html>"),
                Results.Json(new { keys = Array.Empty<object>() }),
                Results.Redirect("/elsewhere"),
            }
        )
        {
            _server.Issuer.Instead = instead;
            _server.Clock.Advance(TimeSpan.FromSeconds(5));

            var answer = await _server.Ask(_server.Token());

            Assert.Equal((503, "UNAVAILABLE"), (answer.Status, answer.Code));
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
            Assert.True(answer.Extensions.GetProperty("retryable").GetBoolean());
        }

        _server.Issuer.Instead = null;
        _server.Clock.Advance(TimeSpan.FromSeconds(5));
        await Accepted(_server.Issuer.Key);
        Assert.Equal(5, _server.Issuer.Asked);
    }

    [Fact]
    public async Task are_used_on_for_a_while_when_the_issuer_is_away()
    {
        await Accepted(_server.Issuer.Key);
        _server.Issuer.Instead = Results.StatusCode(500);

        _server.Clock.Advance(TimeSpan.FromMinutes(59));
        await Accepted(_server.Issuer.Key);
        Assert.Equal(503, (await Ask("ins_unknown")).Status);

        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(503, (await _server.Ask(_server.Token())).Status);
    }

    [Theory]
    [InlineData("https://clerk.example.com", true, true)]
    [InlineData("http://127.0.0.1:5090/clerk", true, true)]
    [InlineData("http://127.0.0.1:5090/clerk", false, false)]
    [InlineData("http://clerk.example.com", true, false)]
    [InlineData("https://clerk.example.com/", true, false)]
    [InlineData("https://clerk.example.com?x=1", true, false)]
    [InlineData("clerk.example.com", true, false)]
    [InlineData("", true, false)]
    public void are_taken_from_a_safe_address_only(string issuer, bool sandbox, bool accepted)
    {
        var services = new ServiceCollection();
        var options = new ClerkOptions(issuer, ["https://app.example.com"], AllowLoopbackHttp: sandbox);

        var refusal = Record.Exception(() => services.AddCampaignsAuthentication(options));

        Assert.Equal(accepted, refusal is null);
        if (refusal is not null)
            Assert.Contains("CLERK_ISSUER", Assert.IsType<ArgumentException>(refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void are_of_no_use_without_a_front_end_to_trust()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddCampaignsAuthentication(new("https://clerk.example.com", []))
        );

        Assert.Contains("CLERK_AUTHORIZED_PARTIES", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task Eventually(Func<bool> happened)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!happened())
            await Task.Delay(10, deadline.Token);
    }

    private async Task Accepted(IssuerKey key) => Assert.Equal(200, (await _server.Ask(_server.Token(key: key))).Status);

    private Task<Transport.Answer> Ask(string keyId) => _server.Ask(_server.Token(header: header => header["kid"] = keyId));
}
