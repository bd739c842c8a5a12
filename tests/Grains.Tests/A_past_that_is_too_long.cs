using Campaigns.Grains.History;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Campaigns.Grains.Tests;

public sealed class A_past_that_is_too_long
{
    [Fact]
    public void is_refused_between_silos_too()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();

        var heard = serializer.Deserialize<Exception>(serializer.SerializeToArray<Exception>(new TooMuchHistoryException(7)));

        Assert.Equal(7, Assert.IsType<TooMuchHistoryException>(heard).Most);
    }
}
