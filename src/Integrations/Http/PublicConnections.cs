using System.Net;
using System.Net.Sockets;

namespace Campaigns.Integrations.Http;

/// <summary>
/// Connects to a name's public addresses only. The addresses that were looked at are those that are connected to: a name that leads elsewhere a
/// moment later gains nothing by it.
/// </summary>
internal sealed class PublicConnections(bool loopbackAllowed, ResolveHost resolve)
{
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
