using System.Net;
using System.Net.Sockets;

namespace Campaigns.Integrations.Http;

/// <summary>
/// Connects to a name's public addresses only. The addresses that were looked at are those that are connected to: a name that leads elsewhere a
/// moment later gains nothing by it.
/// </summary>
/// <param name="loopbackAllowed">Whether this very machine may be connected to where it is asked for by name: for the sandbox alone.</param>
/// <param name="resolve">Looks names up.</param>
internal sealed class PublicConnections(bool loopbackAllowed, ResolveHost resolve)
{
    /// <summary>A handler for addresses that others name: it follows no redirect, keeps no cookie, knows no proxy, and tells no trace.</summary>
    public SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false, // a proxy would be what is connected to, and would look the name up itself
            ActivityHeadersPropagator = null, // strangers get no trace of ours, and traces no address of theirs
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = 16,
            MaxResponseDrainSize = 16 * 1024,
            MaxResponseHeadersLength = 32, // kB
            ConnectCallback = Connect,
        };

    /// <exception cref="AddressNotPublicException">The name leads to no public address.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var endpoint = context.DnsEndPoint;
        var loopback = loopbackAllowed && context.InitialRequestMessage.RequestUri is { IsLoopback: true };
        IPAddress[] addresses =
        [
            .. (await resolve(endpoint.Host, ct)).Where(address => loopback ? IPAddress.IsLoopback(address) : PublicAddress.Is(address)),
        ];
        if (addresses.Length == 0)
            throw new AddressNotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endpoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name's addresses.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken ct);

/// <summary>A name leads to no public address.</summary>
internal sealed class AddressNotPublicException() : IOException("The name leads to no public address.");
