using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Campaigns.Harness;

/// <summary>
/// Ports for programs that must be told theirs before they listen. From below the range that the kernel hands out for outgoing connections
/// (32768 and up): one of those can be taken by anybody's request between the asking and the listening.
/// </summary>
public static class FreePort
{
    private const int First = 10_000;
    private const int End = 20_000; // from here on up to 32,000 `./campaigns up` takes its own

    private static readonly ConcurrentDictionary<int, bool> Given = [];

    /// <summary>A port on which nobody listens, given to nobody else in this process.</summary>
    public static int Next()
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No port from {First} to {End} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
