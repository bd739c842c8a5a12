using Campaigns.Domain.Webhooks;

namespace Campaigns.Domain.Tests.Webhooks;

public sealed class A_message_that_did_not_arrive
{
    [Fact]
    public void is_sent_again_after_longer_and_longer_pauses_and_then_no_more()
    {
        var pauses = Enumerable.Range(1, DeliverySchedule.MostAttempts).Select(failed => DeliverySchedule.PauseAfter(failed, 0.5)).ToList();

        Assert.Equal(["00:00:05", "00:05:00", "00:30:00", "02:00:00", "05:00:00", "10:00:00", "10:00:00", ""], pauses.Select(p => $"{p}"));
    }

    [Theory]
    [InlineData(0, 240)]
    [InlineData(1, 360)]
    public void comes_back_at_a_moment_of_its_own(double chance, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DeliverySchedule.PauseAfter(2, chance));

    [Fact]
    public void waits_as_long_as_the_other_side_asks_within_reason()
    {
        Assert.Equal(TimeSpan.FromMinutes(9), DeliverySchedule.PauseAfter(1, 0.5, TimeSpan.FromMinutes(9)));
        Assert.Equal(TimeSpan.FromSeconds(5), DeliverySchedule.PauseAfter(1, 0.5, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(5), DeliverySchedule.PauseAfter(1, 0.5, TimeSpan.FromDays(400)));
    }
}
