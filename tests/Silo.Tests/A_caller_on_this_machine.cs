using System.Net;
using Campaigns.Silo.Hosting;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Silo.Tests;

public sealed class A_caller_on_this_machine
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("https://campaigns.example.com", false)] // what a proxy on this machine passes on comes from here too
    public void is_told_from_the_world_where_the_world_does_not_come_in(string? publicAddress, bool isFromHere)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;

        Assert.Equal(isFromHere, http.IsFromHere(publicAddress is null ? null : new Uri(publicAddress)));
    }
}
