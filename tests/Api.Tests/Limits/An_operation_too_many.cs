using System.Net.Http.Headers;
using Campaigns.Api.Tests.Auth;
using Campaigns.Api.Tests.Transport;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Limits;

public sealed class An_operation_too_many : IAsyncLifetime, IRateLimits
{
    private const string Me = "{me{user}}";

    private readonly ApiServer server;
    private readonly List<(TenantId Tenant, ActorId Person)> asked = [];
    private Func<Task<RateVerdict>> answer = () => Task.FromResult<RateVerdict>(new RateVerdict.Granted(1));

    public An_operation_too_many() => server = new() { Adding = services => services.AddSingleton<IRateLimits>(this) };

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public Task<RateVerdict> Take(RateLimit limit, TenantId tenant, ActorId person, CancellationToken ct)
    {
        lock (asked)
            asked.Add((tenant, person));
        return answer();
    }

    [Fact]
    public async Task is_told_when_to_come_again()
    {
        Exceed(RateScope.Person);

        var refused = await server.Ask(server.Token(), Me);

        Assert.Equal(("RATE_LIMITED", false), (refused.Code, refused.HasData));
        Assert.Equal("8", refused.Headers.RetryAfter!.ToString());
        Assert.Equal(
            """{"code":"RATE_LIMITED","scope":"person","limit":30,"window":60,"retryable":true,"retryAfter":8}""",
            refused.Extensions.GetRawText()
        );
        Assert.Equal([(TenantId.Parse("org_club"), ActorId.Parse("user_ada"))], asked);

        using var modern = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Me}");
        modern.Headers.Accept.ParseAdd("application/graphql-response+json");
        modern.Headers.Authorization = new("Bearer", server.Token());
        Assert.Equal(429, (await server.Send(modern)).Status);
    }

    [Fact]
    public async Task is_turned_away_by_every_way()
    {
        Exceed(RateScope.Tenant);

        foreach (
            var request in (HttpRequestMessage[])
                [
                    new(HttpMethod.Post, "/media") { Content = new ByteArrayContent([1, 2, 3]) },
                    new(HttpMethod.Get, $"/publications/{Guid.CreateVersion7(server.Clock.GetUtcNow())}/evidence"),
                ]
        )
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token());
            var refused = await server.Send(request);
            Assert.Equal((429, "RATE_LIMITED", "tenant"), (refused.Status, refused.Code, Scope(refused)));
            Assert.Equal("8", refused.Headers.RetryAfter!.ToString());
        }

        using var events = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Me}");
        events.Headers.Accept.ParseAdd("text/event-stream");
        events.Headers.Authorization = new("Bearer", server.Token());
        Assert.Equal((429, "RATE_LIMITED", "tenant"), await Told(events));

        await using var socket = await SocketClient.Begin(server.Http.BaseAddress!, new { token = server.Token() });
        await socket.Subscribe("1", Me);
        Assert.Contains("RATE_LIMITED", await socket.HearShort(), StringComparison.Ordinal);
        answer = () => Task.FromResult<RateVerdict>(new RateVerdict.Granted(1));
        await socket.Subscribe("2", Me);
        Assert.StartsWith("next 2", await socket.HearShort(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_let_through_when_nobody_can_count()
    {
        answer = () => Task.FromException<RateVerdict>(new TimeoutException("away"));
        Assert.True((await server.Ask(server.Token(), Me)).HasData);

        answer = () => new TaskCompletionSource<RateVerdict>().Task; // hangs
        var hanging = server.Ask(server.Token(), Me);
        await Eventually.True(() =>
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return hanging.IsCompleted;
        });
        Assert.True((await hanging).HasData);
    }

    private void Exceed(RateScope scope) =>
        answer = () =>
            Task.FromResult<RateVerdict>(new RateVerdict.Exceeded(scope, 30, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(7.2)));

    private async Task<(int, string?, string?)> Told(HttpRequestMessage request)
    {
        var refused = await server.Send(request);
        return (refused.Status, refused.Code, Scope(refused));
    }

    private static string? Scope(Answer refused) => refused.Extensions.GetProperty("scope").GetString();
}
