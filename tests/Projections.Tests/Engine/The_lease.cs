using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaigns.Projections.Tests.Engine;

public sealed class The_lease(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task is_one_runners_until_it_is_given_back()
    {
        var first = await Take("first");
        var waiting = Take("second");
        await first.Keep(stop: 2);
        Assert.False(waiting.IsCompleted);

        await first.Lease.Release(default);
        await using var second = await waiting;
        await second.Keep(stop: 1);
    }

    [Fact]
    public async Task lets_nobody_write_who_slept_through_its_end()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await using var sleeper = await Take("sleeper");
        await Expire();
        await using var other = await Take("other");

        var late = new SqlBatch(database.Silo, [counted.Build], TimeProvider.System, sleeper.Lease);
        await Assert.ThrowsAsync<LeaseLostException>(() => late.Apply(LogPosition.Start, Counted.Campaigns("a"), default));
        await Assert.ThrowsAsync<LeaseLostException>(() => sleeper.Lease.Keep(default));
        Assert.Equal(0, await counted.Count());

        var now = new SqlBatch(database.Silo, [counted.Build], TimeProvider.System, other.Lease);
        await now.Apply(LogPosition.Start, Counted.Campaigns("a"), default);
        Assert.Equal(1, await counted.Count());
    }

    [Fact]
    public async Task is_taken_from_a_runner_that_was_stopped_in_the_middle_of_a_transaction()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await using var stopped = await Take("stopped");

        // Exactly what a stopped process leaves behind: an open transaction that has looked at the lease and holds the checkpoint.
        await using var connection = await database.Silo.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SqlBatch.Load(connection, stopped.Lease, [counted.Build], LogPosition.Start, [], default);
        await Expire();

        await using var other = await Take("other");
        var batch = new SqlBatch(database.Silo, [counted.Build], TimeProvider.System, other.Lease);
        await batch.Apply(LogPosition.Start, Counted.Campaigns("a"), default);

        Assert.Equal(1, await counted.Count());
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
    }

    [Fact]
    public async Task is_taken_over_from_a_program_that_does_not_know_what_is_read_by_one_that_does()
    {
        await database.Silo.Run("insert into read.checkpoint (projection) values ('leased.v2')");
        await using var old = await Take("old", "leased.v1");
        var keeping = old.Lease.Keep(default);
        using var enough = new CancellationTokenSource();
        var alike = RunnerLease.Take(database.Silo, "alike", ["leased.v1", "other.v1"], TimeProvider.System, enough.Token);

        await using var fresh = await Take("fresh", "leased.v1", "leased.v2");
        await Assert.ThrowsAsync<LeaseLostException>(() => keeping);
        await fresh.Keep(stop: 2);
        Assert.False(alike.IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alike);
    }

    [Fact]
    public async Task is_looked_at_before_anything_begins()
    {
        var counted = new Counted(database.Silo);
        await using var sleeper = await Take("sleeper");
        await Expire();
        await using var other = await Take("other");

        await Assert.ThrowsAsync<LeaseLostException>(() => Builds.ToFold(database.Silo, sleeper.Lease, [counted.Projection], default));
        Assert.Null(await database.Silo.Ask("select position from read.checkpoint where projection = $1", counted.Name));

        Assert.Single((await Builds.ToFold(database.Silo, other.Lease, [counted.Projection], default)).Builds);
        var another = Counted.Version(counted.Name, 2);
        await Assert.ThrowsAsync<LeaseLostException>(() => BuildStart.Try(database.Silo, sleeper.Lease, another, StartOf.New, default));
        var retry = new ParkedRetry(database.Silo, new LostLog(), TimeProvider.System, NullLogger.Instance, sleeper.Lease);
        await Assert.ThrowsAsync<LeaseLostException>(() => retry.Try(counted.Build, Counted.Campaigns("a")[0].Stream, default));
    }

    private Task Expire() => database.Superuser.Run("update read.lease set expires_at = '-infinity'");

    private async Task<Taken> Take(string owner, params string[] names)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return new(await RunnerLease.Take(database.Silo, owner, names, TimeProvider.System, patience.Token));
    }

    private sealed record Taken(RunnerLease Lease) : IAsyncDisposable
    {
        /// <summary>Renews it for some seconds.</summary>
        public async Task Keep(int stop)
        {
            using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(stop));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lease.Keep(enough.Token));
        }

        public async ValueTask DisposeAsync() => await Lease.Release(default);
    }
}
