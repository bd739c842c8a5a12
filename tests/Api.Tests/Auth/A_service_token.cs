using System.Collections.Concurrent;
using System.Collections.Immutable;
using Campaigns.Api.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Auth;

public sealed class A_service_token : IAsyncLifetime
{
    private static readonly TenantId Club = TenantId.Parse("org_club");
    private static readonly ServiceTokenId Id = new(Guid.Parse("0193a1b2-0000-7000-8000-00000000a001"));
    private readonly SaidAccess said = new();
    private readonly ApiServer server;

    public A_service_token() => server = new() { Adding = services => services.AddSingleton<ITenantAccess>(said) };

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task lets_automation_do_what_it_says_and_nothing_else()
    {
        var token = Give("tenant:view", "campaign:create", "a:permission_of_tomorrow");

        var answer = await server.Ask(token);

        Assert.Equal(
            $$$"""{"me":{"user":"service:{{{Id}}}","tenant":"org_club","role":"service","permissions":["CREATE_CAMPAIGN","VIEW"]}}""",
            answer.Data.GetRawText()
        );
        Assert.Equal("FORBIDDEN", (await server.Ask(token, "{serviceTokens{id}}")).Code);
    }

    [Fact]
    public async Task is_worth_nothing_once_it_has_expired_or_was_revoked()
    {
        var token = Give("tenant:view");
        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((401, "UNAUTHENTICATED"), await Refusal(token));

        var other = Give("tenant:view");
        said.Access = TenantAccess.None;
        Assert.Equal((401, "UNAUTHENTICATED"), await Refusal(other));
    }

    [Fact]
    public async Task is_worth_nothing_when_anything_of_it_is_another()
    {
        var token = Give("tenant:view");
        var stranger = ServiceTokenText.Draw(Club, Id).ToString();

        foreach (
            var forged in new[]
            {
                stranger,
                token[..^1],
                token + "A",
                token.Replace("org_club", "org_shop", StringComparison.Ordinal),
                token.Replace("cmp_", "cmp", StringComparison.Ordinal),
                "cmp_",
                "cmp_..",
                "cmp_org_club." + new string('0', 32) + "." + new string('a', 43),
            }
        )
            Assert.Equal((401, "UNAUTHENTICATED"), await Refusal(forged));
    }

    [Fact]
    public async Task that_is_made_up_has_few_tenants_asked_from_one_address()
    {
        var token = Give("tenant:view");
        for (var n = 0; n < 50; n++)
            Assert.Equal((401, "UNAUTHENTICATED"), await Refusal(ServiceTokenText.Draw(TenantId.Parse($"org_made_up_{n}"), Id).ToString()));

        Assert.Equal(20, said.Asked.Count);
        Assert.Equal(401, (await server.Ask(token)).Status); // of a tenant that nobody asked here before
        said.AtHand.Add(Club);
        Assert.Equal(200, (await server.Ask(token)).Status);
    }

    [Fact]
    public async Task that_is_made_up_a_thousand_times_at_once_has_no_more_asked()
    {
        said.Slow = TimeSpan.FromMilliseconds(20);
        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => Refusal(ServiceTokenText.Draw(TenantId.Parse($"org_made_up_{n}"), Id).ToString()))
        );

        Assert.InRange(said.Asked.Count, 1, 22);
    }

    [Fact]
    public async Task cannot_be_judged_while_the_tenant_cannot_be_asked()
    {
        var token = Give("tenant:view");
        said.IsAway = true;

        Assert.Equal((503, "UNAVAILABLE"), await Refusal(token));
        Assert.Equal((503, "UNAVAILABLE"), await Refusal(server.Token()));
    }

    [Fact]
    public async Task is_not_needed_by_people_whose_role_the_tenant_changed()
    {
        said.Access = TenantAccess.None with
        {
            Roles = ImmutableDictionary<string, IReadOnlyList<string>>.Empty.Add("member", ["tenant:view"]),
        };

        Assert.Contains("\"permissions\":[\"VIEW\"]", (await server.Ask(server.Token())).Data.GetRawText(), StringComparison.Ordinal);
    }

    private string Give(params string[] permissions)
    {
        var drawn = ServiceTokenText.Draw(Club, Id);
        var now = server.Clock.GetUtcNow();
        var token = new ServiceToken("Import", permissions, drawn.Sha256, now, now.AddHours(1), ActorId.Parse("user_ada"));
        said.Access = TenantAccess.None with { Tokens = TenantAccess.None.Tokens.Add(Id, token) };
        return drawn.ToString();
    }

    private async Task<(int, string?)> Refusal(string token)
    {
        var answer = await server.Ask(token);
        return (answer.Status, answer.Code);
    }

    private sealed class SaidAccess : ITenantAccess
    {
        public TenantAccess Access { get; set; } = TenantAccess.None;

        public bool IsAway { get; set; }

        /// <summary>Who was asked.</summary>
        public ConcurrentQueue<TenantId> Asked { get; } = [];

        /// <summary>How long an answer takes.</summary>
        public TimeSpan Slow { get; set; }

        /// <summary>Who was asked lately.</summary>
        public HashSet<TenantId> AtHand { get; } = [];

        public bool IsAtHand(TenantId tenant) => AtHand.Contains(tenant);

        public async ValueTask<TenantAccess> Of(TenantId tenant, CancellationToken ct)
        {
            Asked.Enqueue(tenant);
            await Task.Delay(Slow, TimeProvider.System, ct);
            return IsAway ? throw new TenantAccessUnavailableException(new TimeoutException())
                : tenant == Club ? Access
                : TenantAccess.None;
        }
    }
}
