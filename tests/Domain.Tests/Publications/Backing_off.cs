using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Backing_off
{
    private static readonly ProblemPolicy Policy = ProblemPolicy.Of(ProblemClass.Transient);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(8, 640)]
    [InlineData(9, 900)]
    [InlineData(int.MaxValue, 900)]
    public void doubles_from_five_seconds_to_fifteen_minutes_give_or_take_a_fifth(int failures, int seconds) =>
        Assert.InRange(Policy.Wait(wish: null, failures, Uuid(1)).TotalSeconds, seconds * 0.8, seconds * 1.2);

    [Fact]
    public void is_the_same_for_the_same_publication_and_attempt_and_spreads_those_that_failed_together()
    {
        var waits = Enumerable.Range(0, 200).Select(n => Policy.Wait(wish: null, 9, Uuid((byte)n))).ToList();

        Assert.Equal(waits[7], Policy.Wait(wish: null, 9, Uuid(7)));
        Assert.InRange(waits.Distinct().Count(), 100, 200);
    }

    [Fact]
    public void does_as_the_outside_wishes_within_a_second_and_a_day()
    {
        Assert.Equal(TimeSpan.FromSeconds(40), Policy.Wait(TimeSpan.FromSeconds(40), 3, Uuid(1)));
        Assert.Equal(TimeSpan.FromSeconds(1), Policy.Wait(TimeSpan.Zero, 3, Uuid(1)));
        Assert.Equal(TimeSpan.FromDays(1), Policy.Wait(TimeSpan.FromDays(9), 3, Uuid(1)));
    }

    [Fact]
    public void makes_fewer_containers_a_day_than_the_platform_allows()
    {
        var made = 0;
        for (var at = TimeSpan.Zero; at < TimeSpan.FromDays(1); at += Policy.Wait(wish: null, made, Uuid(1)))
            made++;

        Assert.InRange(made, 1, 400);
    }
}
