using System.Net.Http.Headers;
using System.Net.Http.Json;
using Campaigns.Api.Reviews;
using Campaigns.Api.Tests.Auth;
using Campaigns.Api.Tests.Fields;
using Campaigns.Api.Tests.Transport;
using Campaigns.Domain.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Reviews;

public sealed class A_reviewer : IAsyncLifetime
{
    private const string Question = "{ review { campaignName } }";

    private readonly ApiServer server;
    private readonly FakeReviews reviews;

    public A_reviewer()
    {
        (var grains, reviews) = FakeReviews.Create();
        server = new() { Adding = services => services.AddSingleton(grains) };
        reviews.Sheet = new("Spring", new(Guid.CreateVersion7(Given.Nine)), "Carla", Given.Nine, []);
    }

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task over_a_socket_sees_what_is_there_now_and_nothing_once_the_invitation_is_taken_back()
    {
        var token = Token(FakeReviews.Signature);
        await using var socket = await SocketClient.Open(
            server.Http.BaseAddress!,
            options: options => options.SetRequestHeader("Authorization", $"Bearer {token}")
        );
        await socket.Say(new { type = "connection_init" });
        Assert.Equal("connection_ack", await socket.HearShort());
        Assert.Equal("next 1 {\"data\":{\"review\":{\"campaignName\":\"Spring\"}}}", await Ask("1"));

        reviews.Sheet = reviews.Sheet! with { Campaign = "Summer" };
        Assert.Equal("next 2 {\"data\":{\"review\":{\"campaignName\":\"Summer\"}}}", await Ask("2"));

        reviews.Sheet = null;
        Assert.Contains("NOT_FOUND", await Ask("3"), StringComparison.Ordinal);
        Assert.Contains("NOT_FOUND", await Ask("4"), StringComparison.Ordinal);

        async Task<string> Ask(string id)
        {
            await socket.Subscribe(id, Question);
            var answer = await socket.HearShort();
            if (answer.StartsWith("next", StringComparison.Ordinal))
                Assert.Equal($"complete {id}", await socket.HearShort());
            return answer;
        }
    }

    [Fact]
    public async Task is_not_kept_out_by_those_who_make_tokens_up_at_the_same_address()
    {
        for (var tries = 0; tries <= ReviewDoor.MostRequests; tries++)
            Assert.False((await Post(Token(new byte[32]))).HasData);
        Assert.Equal("RATE_LIMITED", (await Post(Token(new byte[32]))).Code);
        Assert.Equal(0, reviews.Opened);

        Assert.True((await Post(Token(FakeReviews.Signature))).HasData);
    }

    [Fact]
    public async Task may_ask_so_many_times_a_minute_by_one_invitation()
    {
        var (one, other) = (Token(FakeReviews.Signature), Token(FakeReviews.Signature));
        for (var tries = 0; tries < ReviewDoor.MostRequests; tries++)
            Assert.True((await Post(one)).HasData);

        var refused = await Post(one);

        Assert.Equal("RATE_LIMITED", refused.Code);
        Assert.Equal("60", refused.Headers.RetryAfter!.ToString());
        Assert.True((await Post(other)).HasData);
    }

    private static string Token(byte[] signature) =>
        new ReviewLink(Given.Club, Given.Campaign(), new(Guid.CreateVersion7(Given.Nine)), Given.Nine).TokenWith(signature);

    private Task<Answer> Post(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Question }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return server.Send(request);
    }
}
