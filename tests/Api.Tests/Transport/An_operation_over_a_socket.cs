using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.GraphQL.WebSockets;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Api.Tests.Transport;

/// <summary>And what becomes of it when its client wants no more of it, or its socket ends.</summary>
public sealed class An_operation_over_a_socket : IAsyncLifetime
{
    private static readonly Admission Somebody = new(null, DateTimeOffset.MaxValue);

    private readonly SampleServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task that_was_stopped_and_fails_late_touches_neither_its_successor_nor_the_socket()
    {
        await using var client = await SocketClient.Begin(server.Http.BaseAddress!);
        await client.Subscribe("1", "subscription { lateRefusal { number } }");
        await Eventually.True(() => server.Tally.Waiting == 1);
        await client.Say(new { id = "1", type = "complete" });
        await client.Subscribe("1", "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        server.Tally.Late.SetResult();
        await Eventually.True(() => server.Tally.Waiting == 0);

        await client.Subscribe("2", "{ __typename }");
        Assert.StartsWith("next 2 ", await client.HearShort(), StringComparison.Ordinal);
        Assert.Equal("complete 2", await client.HearShort());
        await client.Subscribe("3", "{ __typename }");
        Assert.StartsWith("next 3 ", await client.HearShort(), StringComparison.Ordinal);
        Assert.Equal("complete 3", await client.HearShort());
        await client.Say(new { id = "1", type = "complete" });
        await Eventually.True(() => server.Tally.Open == 0); // the successor was still known under its id
    }

    [Fact]
    public async Task ends_with_its_socket_whenever_it_was_begun()
    {
        using var socket = new CancellationTokenSource();
        var operations = Operations();
        await operations.Begin("1", Silence(), Somebody, socket.Token);
        await Eventually.True(() => server.Tally.Open == 1);

        await socket.CancelAsync(); // and nobody stops it by its id

        await Eventually.True(() => server.Tally.Open == 0);
    }

    [Fact]
    public async Task does_not_begin_once_all_were_ended()
    {
        var operations = Operations();
        await operations.StopAll();

        await operations.Begin("1", Silence(), Somebody, CancellationToken.None);
        await operations.Begin("1", Silence(), Somebody, CancellationToken.None); // would be 4409 if it ran

        Assert.Equal(0, server.Tally.Open);
    }

    // Nothing is said to its client: a silent subscription gives no answers.
    private RunningOperations Operations() =>
        new(
            new DefaultHttpContext(),
            client: null!,
            end: _ => { },
            server.Services.GetRequiredService<OperationRunner>(),
            server.Services.GetRequiredService<IServiceScopeFactory>(),
            server.Services.GetRequiredService<IGraphQLTextSerializer>(),
            new GraphQLLimits(),
            NullLogger.Instance
        );

    private static GraphQLQuestion Silence() =>
        GraphQLQuestion.From(System.Text.Json.JsonElement.Parse("""{"query":"subscription { silence { number } }"}"""));
}
