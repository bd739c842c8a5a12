using System.Net.Sockets;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Api.Tests.Transport;

/// <summary>A server with room for little, whose clock a test moves.</summary>
public sealed class NarrowServer : SampleServer, IConnectionGate
{
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>Until when those who come are let in.</summary>
    public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

    protected override GraphQLLimits Limits =>
        new()
        {
            OperationsPerConnection = 2,
            ConnectionsPerPerson = 1,
            Complexity = 60,
            InitBytes = 1_000,
            NewSockets = 3,
            LastWords = TimeSpan.FromDays(30), // clocks that are moved must not end a test
        };

    /// <summary>A client's end that takes in little at a time.</summary>
    public static SocketsHttpHandler SmallHandler() =>
        new()
        {
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };

    public Task<Admission> Admit(HttpContext http, string? token, CancellationToken ct) =>
        Task.FromResult(new Admission(http.Request.Headers["X-Person"].ToString() is { Length: > 0 } person ? person : null, Until));

    protected override void Add(IServiceCollection services) =>
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IConnectionGate>(this);
}
