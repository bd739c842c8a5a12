using System.Net.WebSockets;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Subscriptions;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>GraphQL over WebSockets, by the protocol <c>graphql-transport-ws</c>: many operations at a time over one connection.</summary>
internal sealed class SocketHandler(
    OperationRunner operations,
    IGraphQLTextSerializer json,
    IConnectionGate gate,
    OpenConnections connections,
    NewSockets newSockets,
    SocketOrigins origins,
    IServiceScopeFactory scopes,
    GraphQLLimits limits,
    TimeProvider clock,
    ILogger<SocketHandler> log,
    IHostApplicationLifetime? life = null
)
{
    public const string Protocol = "graphql-transport-ws";

    public async Task Handle(HttpContext http)
    {
        if (!origins.Allow(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var waiting = newSockets.Enter(http.Connection.RemoteIpAddress);
        if (waiting is null)
        {
            NoRoom(http);
            return;
        }

        var spoken = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal);
        using var socket = await Accept(http, spoken ? Protocol : null);
        if (socket is null)
        {
            NoRoom(http);
            return;
        }
        await using var session = new SocketSession(http, socket, gate, connections, waiting, limits, clock);
        if (!spoken)
            session.End(CloseReason.SubprotocolNotAcceptable);
        await session.Talk(
            new RunningOperations(http, session.Client, session.End, operations, scopes, json, limits, log),
            life?.ApplicationStopping ?? CancellationToken.None
        );
    }

    // Null: the server has as many as it may have (MaxConcurrentUpgradedConnections), and says so in no other way.
    private static async Task<WebSocket?> Accept(HttpContext http, string? protocol)
    {
        try
        {
            return await http.WebSockets.AcceptWebSocketAsync(protocol);
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            return null;
        }
    }

    private static void NoRoom(HttpContext http)
    {
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "1";
    }
}
