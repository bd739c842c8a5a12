namespace Campaigns.Grains.Tests;

/// <summary>
/// A clock that tells whole milliseconds. Reminders are waited for in such: of one that is due a fraction later than a clock stands that tests alone
/// move, the wait would end at once and begin again, for ever.
/// </summary>
internal sealed class WholeMilliseconds(TimeProvider clock) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
