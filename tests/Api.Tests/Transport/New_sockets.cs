using System.Net;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.WebSockets;

namespace Campaigns.Api.Tests.Transport;

public sealed class New_sockets
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Other = IPAddress.Parse("192.0.2.2");

    private readonly NewSockets sockets = new(new GraphQLLimits { NewSockets = 4, NewSocketsPerAddress = 2 });

    [Fact]
    public void of_one_address_are_so_many()
    {
        var first = sockets.Enter(One);
        Assert.NotNull(sockets.Enter(One));
        Assert.Null(sockets.Enter(One));
        Assert.NotNull(sockets.Enter(Other));

        first!.Dispose();

        Assert.NotNull(sockets.Enter(One));
    }

    [Fact]
    public void of_this_machine_are_as_many_as_there_may_be_in_all()
    {
        for (var n = 0; n < 4; n++)
            Assert.NotNull(sockets.Enter(IPAddress.Loopback));

        Assert.Null(sockets.Enter(IPAddress.Loopback));
    }
}
