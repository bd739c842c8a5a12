using System.Net;
using System.Net.Sockets;
using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class Waiting_for_a_database(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task ends_when_it_answers()
    {
        var port = FreePort.Next(); // for now nobody is there
        await using var source = NpgsqlDataSource.Create(Settings(s => s.Port = port));

        var waiting = DatabaseStart.Wait(source, TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<NpgsqlException>(async () => await source.OpenConnectionAsync());
        Assert.False(waiting.IsCompleted);

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var passing = Pass(await listener.AcceptTcpClientAsync());
        await waiting;
        await source.DisposeAsync();
        await passing;
    }

    [Fact]
    public async Task ends_with_the_reason_when_patience_does()
    {
        await using var source = NpgsqlDataSource.Create(Settings(s => s.Port = 1));

        await Assert.ThrowsAsync<NpgsqlException>(() =>
            DatabaseStart.Wait(source, TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None)
        );
    }

    [Fact]
    public async Task is_pointless_with_a_wrong_password()
    {
        await using var source = NpgsqlDataSource.Create(Settings(s => s.Password = "wrong"));

        var no = await Assert.ThrowsAsync<PostgresException>(() =>
            DatabaseStart.Wait(source, TimeSpan.FromHours(1), TimeProvider.System, TestContext.Current.CancellationToken)
        );

        Assert.Equal(PostgresErrorCodes.InvalidPassword, no.SqlState);
    }

    private string Settings(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.SiloConnectionString);
        change(settings);
        return settings.ConnectionString;
    }

    /// <summary>Hands one connection through to the real server, until it is closed.</summary>
    private async Task Pass(TcpClient client)
    {
        var real = new NpgsqlConnectionStringBuilder(database.SiloConnectionString);
        using (client)
        using (var server = new TcpClient(real.Host!, real.Port))
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
    }
}
