using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Publications;
using Campaigns.Silo.Sweep;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Silo.Tests;

public sealed class The_sweep_of_due_posts : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Tenant = TenantId.Parse("org_1");

    private readonly FakeTimeProvider clock = new(Noon);
    private readonly List<DuePublication> table = [];
    private readonly List<PublicationId> woken = [];
    private readonly DueSweep sweep;
    private bool databaseIsAway;

    public The_sweep_of_due_posts() => sweep = new(Due, Wake, clock, NullLogger<DueSweep>.Instance);

    [Fact]
    public async Task wakes_what_is_overdue_or_due_within_the_hour_and_nothing_else()
    {
        var overdue = Add(wakeAt: Noon.AddMinutes(-30));
        var soon = Add(wakeAt: Noon.AddMinutes(59));
        Add(wakeAt: Noon.AddMinutes(61));

        await sweep.Sweep(CancellationToken.None);

        Assert.Equal([overdue, soon], woken);
        Assert.Equal(new(Noon, Seen: 2, Woken: 2), sweep.Last);
    }

    [Fact]
    public async Task wakes_a_later_one_once_and_again_when_it_is_near()
    {
        Add(wakeAt: Noon.AddMinutes(6));

        var wakings = new List<int>();
        for (var minute = 0; minute < 6; minute++)
        {
            woken.Clear();
            await sweep.Sweep(CancellationToken.None);
            wakings.Add(woken.Count);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([1, 0, 0, 0, 1, 1], wakings);
    }

    [Fact]
    public async Task comes_at_once_when_a_silo_is_lost()
    {
        await sweep.StartAsync(CancellationToken.None);
        var lost = Add(wakeAt: Noon.AddSeconds(20));

        sweep.Hurry();
        await Until(() => woken.Count > 0, advance: TimeSpan.FromMilliseconds(20)); // a second, for the cluster to settle

        Assert.Equal(lost, woken[0]);
        Assert.True(clock.GetUtcNow() < Noon.AddMinutes(1), "it came with the minute");
        await sweep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task comes_once_more_for_what_was_scheduled_just_before_the_start()
    {
        await sweep.StartAsync(CancellationToken.None);
        var late = Add(wakeAt: Noon.AddSeconds(-1)); // in the table only now: whoever was to put it there had died

        await Until(() => woken.Count > 0, advance: TimeSpan.FromMilliseconds(200));

        Assert.Equal(late, woken[0]);
        Assert.True(clock.GetUtcNow() < Noon.AddSeconds(55), "it came with the minute");
        await sweep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task wakes_a_moved_one_anew()
    {
        var moved = Add(wakeAt: Noon.AddMinutes(50));
        await sweep.Sweep(CancellationToken.None);
        table[0] = table[0] with { WakeAt = Noon.AddMinutes(40) };

        await sweep.Sweep(CancellationToken.None);

        Assert.Equal([moved, moved], woken);
    }

    [Fact]
    public async Task wakes_a_later_one_again_after_ten_minutes_since_a_wake_up_may_be_lost()
    {
        var later = Add(wakeAt: Noon.AddMinutes(50));
        await sweep.Sweep(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(10));

        await sweep.Sweep(CancellationToken.None);

        Assert.Equal([later, later], woken);
    }

    [Fact]
    public async Task starts_at_once_and_goes_on_each_minute_over_failures()
    {
        databaseIsAway = true;
        Add(wakeAt: Noon.AddMinutes(-1));
        await sweep.StartAsync(CancellationToken.None);
        Assert.Null(sweep.Last);

        databaseIsAway = false;
        await Until(() => sweep.Last is not null, advance: TimeSpan.FromSeconds(30));

        var first = sweep.Last!.At;
        await Until(() => sweep.Last.At > first, advance: TimeSpan.FromSeconds(30));
        await sweep.StopAsync(CancellationToken.None);
        Assert.True(woken.Count >= 2);
    }

    [Fact]
    public async Task takes_its_time_when_thousands_are_due_at_once()
    {
        for (var i = 0; i < 120; i++)
            Add(wakeAt: Noon);

        var sweeping = sweep.Sweep(CancellationToken.None);
        Assert.Equal(50, woken.Count);

        await Until(() => sweeping.IsCompleted, advance: TimeSpan.FromMilliseconds(50));
        Assert.Equal(120, woken.Count);
    }

    public void Dispose() => sweep.Dispose();

    private async Task Until(Func<bool> condition, TimeSpan advance)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            clock.Advance(advance);
            await Task.Delay(5, deadline.Token);
        }
    }

    private PublicationId Add(DateTimeOffset wakeAt)
    {
        var id = new PublicationId(Guid.CreateVersion7(Noon));
        table.Add(new(Tenant, id, wakeAt, wakeAt, OutcomeOpen: false));
        return id;
    }

    private async IAsyncEnumerable<DuePublication> Due(
        DateTimeOffset until,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        if (databaseIsAway)
            throw new InvalidOperationException("the database is away");
        foreach (var due in table.Where(due => due.WakeAt <= until).ToList())
            yield return due;
        await Task.CompletedTask;
    }

    private Task Wake(TenantId tenant, PublicationId publication)
    {
        Assert.Equal(Tenant, tenant);
        woken.Add(publication);
        return Task.CompletedTask;
    }
}
