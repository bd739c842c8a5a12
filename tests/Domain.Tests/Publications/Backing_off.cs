using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Backing_off
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(8, 640)]
    [InlineData(9, 900)]
    [InlineData(int.MaxValue, 900)]
    public void doubles_from_five_seconds_to_fifteen_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), PublishingPace.Backoff(failures));

    [Fact]
    public void makes_fewer_containers_a_day_than_the_platform_allows()
    {
        var made = 0;
        for (var at = TimeSpan.Zero; at < TimeSpan.FromDays(1); at += PublishingPace.Backoff(made))
            made++;

        Assert.InRange(made, 1, 400);
    }
}
