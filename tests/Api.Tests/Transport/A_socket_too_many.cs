using System.Net.WebSockets;

namespace Campaigns.Api.Tests.Transport;

public sealed class A_socket_too_many(ServerOfOneSocket server) : IClassFixture<ServerOfOneSocket>
{
    [Fact]
    public async Task for_the_server_is_asked_to_come_again()
    {
        await using var first = await SocketClient.Begin(server.Http.BaseAddress!);

        var no = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.Open(server.Http.BaseAddress!));

        Assert.Contains("503", no.Message, StringComparison.Ordinal);
        Assert.Equal("", server.Log.Text);
    }
}
