using System.Net;
using System.Net.Sockets;
using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Hosting;

/// <summary>
/// Refuses to start on a port that another process listens on. Orleans shares its ports without a word: the newcomer would declare the silo
/// that is there dead, and it would stop itself.
/// </summary>
internal static class PortCheck
{
    /// <exception cref="ConfigurationException">Ports are taken; the message names the variables.</exception>
    public static void Refuse(ClusterSettings cluster)
    {
        var address = IPAddress.IsLoopback(cluster.Address) ? cluster.Address : IPAddress.Any;
        (string Variable, int Port)[] wanted = [("CAMPAIGNS_SILO_PORT", cluster.SiloPort), ("CAMPAIGNS_GATEWAY_PORT", cluster.GatewayPort)];
        var taken = wanted.Where(one => IsTaken(address, one.Port)).ToList();
        if (taken.Count > 0)
            throw new ConfigurationException([
                .. taken.Select(one => $"{one.Variable}: port {one.Port} is taken by another process, perhaps by a silo that still runs"),
            ]);
    }

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException e)
        {
            throw new ConfigurationException($"port {port} at {address} cannot be listened on: {e.Message}");
        }
    }
}
