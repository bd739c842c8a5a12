using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Campaigns.EventStore.Tests;

/// <summary>A network in front of the database that can be cut, frozen, or made to swallow answers.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly int target;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<TcpClient, bool> connections = new();
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting;

    /// <summary>While set, nothing is forwarded in either direction.</summary>
    private volatile bool frozen;

    /// <summary>How many more bytes go to the database before the wire freezes.</summary>
    private long bytesUntilFreeze = long.MaxValue;

    private int answersToSwallow;

    public Wire(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = Accept();
    }

    public int Port { get; }

    /// <summary>Lets so many more bytes through to the database, then nothing in either direction.</summary>
    public void FreezeAfter(long bytes) => Interlocked.Exchange(ref bytesUntilFreeze, bytes);

    public bool IsFrozen => frozen;

    public void Freeze() => frozen = true;

    /// <summary>The next answer of the database is lost, and the connection with it.</summary>
    public void SwallowAnAnswer() => Interlocked.Exchange(ref answersToSwallow, 1);

    /// <summary>Nobody answers at the address any more.</summary>
    public async Task GoDown()
    {
        listener.Stop();
        await accepting;
        Cut();
    }

    /// <summary>It answers again, and what was frozen is gone.</summary>
    public async Task ComeBack()
    {
        await GoDown();
        frozen = false;
        bytesUntilFreeze = long.MaxValue;
        listener = new(IPAddress.Loopback, Port);
        listener.Start();
        accepting = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await GoDown();
        closing.Dispose();
    }

    private void Cut()
    {
        foreach (var connection in connections.Keys)
            connection.Close();
        connections.Clear();
    }

    private async Task Accept()
    {
        while (await Next() is { } client)
        {
            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, target);
            connections[client] = connections[server] = true;
            _ = Forward(client, server, toDatabase: true);
            _ = Forward(server, client, toDatabase: false);
        }
    }

    private async Task<TcpClient?> Next()
    {
        try
        {
            return await listener.AcceptTcpClientAsync(closing.Token);
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Forward(TcpClient from, TcpClient to, bool toDatabase)
    {
        var buffer = new byte[4096];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, closing.Token) is > 0 and var read && Passes(read, toDatabase))
            {
                if (frozen)
                    await Task.Delay(Timeout.Infinite, closing.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), closing.Token);
            }
        }
        catch (Exception cut) when (cut is IOException or InvalidOperationException or OperationCanceledException)
        {
            // either end hung up, as tests have them do
        }
        finally
        {
            from.Close();
            to.Close();
        }
    }

    private bool Passes(int bytes, bool toDatabase)
    {
        if (!toDatabase)
            return Interlocked.Exchange(ref answersToSwallow, 0) == 0;
        if (Interlocked.Add(ref bytesUntilFreeze, -bytes) < 0)
            frozen = true;
        return true;
    }
}
