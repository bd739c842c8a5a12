using Campaigns.EventStore;
using Campaigns.Silo.Health;

namespace Campaigns.Silo.Tests;

public sealed class What_health_says
{
    [Theory]
    [InlineData(0, 4711, "events could not be taken in and are parked")]
    [InlineData(7, 4711, "calendar.v1 is behind the log")]
    [InlineData(4712, 0, "calendar.v1 is far behind the log")]
    public void has_no_numbers_for_everybody_and_all_of_them_as_data(int lagSeconds, long parked, string words)
    {
        var health = ProjectionsHealth.Judge([
            new("calendar.v1", LogPosition.Start, LogPosition.Start, TimeSpan.FromSeconds(lagSeconds), parked),
        ]);

        Assert.Equal(words, health.Description);
        Assert.Contains($"{parked}", health.Data["calendar.v1"].ToString(), StringComparison.Ordinal);
    }
}
