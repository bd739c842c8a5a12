using System.Runtime.CompilerServices;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;
using Campaigns.Silo.Sweep;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Silo.Tests;

public sealed class The_sweep_of_AI_jobs : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Tenant = TenantId.Parse("org_1");

    private readonly FakeTimeProvider clock = new(Noon);
    private readonly List<GenerationId> unfinished = [];
    private readonly List<GenerationId> woken = [];
    private readonly JobSweep sweep;
    private DateTimeOffset since;
    private bool databaseIsAway;

    public The_sweep_of_AI_jobs() => sweep = new(Jobs, Wake, clock, NullLogger<JobSweep>.Instance);

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task wakes_at_the_start_what_is_not_over_and_once_more_what_comes_to_be_known_a_little_later()
    {
        var known = Add();
        await sweep.StartAsync(CancellationToken.None);
        await Until(() => woken.Count == 1);
        var late = Add(); // a row only now: whoever was to write it had died

        await Until(() => woken.Count == 3);

        Assert.Equal([known, known, late], woken);
        Assert.True(clock.GetUtcNow() < Noon.AddSeconds(15), "their reminders would have been as quick");
        Assert.True(since < Noon.AddHours(-2), "a clip may take two hours");
        await sweep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task comes_again_when_a_silo_is_lost_and_only_then()
    {
        await sweep.StartAsync(CancellationToken.None);
        await Until(() => clock.GetUtcNow() > Noon.AddMinutes(2));
        var orphan = Add();
        await Until(() => clock.GetUtcNow() > Noon.AddMinutes(10));
        Assert.Empty(woken);

        sweep.Hurry();
        await Until(() => woken.Count > 0);

        Assert.Equal(orphan, woken[0]);
        await sweep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task leaves_it_to_their_reminders_when_the_database_is_away()
    {
        databaseIsAway = true;
        await sweep.StartAsync(CancellationToken.None);
        await Until(() => clock.GetUtcNow() > Noon.AddMinutes(1));

        databaseIsAway = false;
        Add();
        sweep.Hurry();
        await Until(() => woken.Count > 0);
        await sweep.StopAsync(CancellationToken.None);
    }

    private GenerationId Add()
    {
        var job = new GenerationId(Guid.CreateVersion7(Noon.AddMilliseconds(unfinished.Count)));
        unfinished.Add(job);
        return job;
    }

    private async IAsyncEnumerable<(TenantId, GenerationId)> Jobs(DateTimeOffset from, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (databaseIsAway)
            throw new InvalidOperationException("The database is away.");
        since = from;
        foreach (var job in unfinished.ToArray())
            yield return (Tenant, job);
    }

    private Task Wake(TenantId tenant, GenerationId job)
    {
        woken.Add(job);
        return Task.CompletedTask;
    }

    private async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 3_000 && !holds(); tries++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(2); // timers fire on other threads; the condition is what is waited for
        }
        Assert.True(holds(), "The condition did not come to hold.");
    }
}
