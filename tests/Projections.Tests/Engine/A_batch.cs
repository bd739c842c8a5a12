using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Npgsql;

namespace Campaigns.Projections.Tests.Engine;

public sealed class A_batch(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task is_readable_the_moment_it_is_heard_of()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await using var listening = await database.Silo.OpenConnectionAsync();
        await using (var listen = new NpgsqlCommand("listen campaigns_read", listening))
            await listen.ExecuteNonQueryAsync();
        var heard = new List<ReadModelNews>();
        listening.Notification += (_, said) => heard.Add(ReadModelNews.Parse(said.Payload)!);

        await counted.Batch.Apply(LogPosition.Start, Counted.Campaigns("a", "b"), default);
        while (!heard.Exists(news => news.Projections.Contains(counted.Name)))
            Assert.True(await listening.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing was heard.");

        var said = Assert.Single(heard, news => news.Projections.Contains(counted.Name));
        Assert.Equal(2, said.Position);
        Assert.Equal(["org_club"], said.Tenants!);
        Assert.Equal(2, await counted.Count());
        Assert.Equal(2, await counted.Checkpoint());
    }

    [Fact]
    public async Task that_is_cut_off_before_its_commit_leaves_nothing_and_can_be_repeated()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var events = Counted.Campaigns("a", "b");
        await using var cut = new NpgsqlDataSourceBuilder(
            database.Silo.ConnectionString + ";Application Name=cut;Password=campaigns_silo-in-tests"
        ).Build();
        var doomed = new SqlBatch(cut, [counted.Build], TimeProvider.System);

        // Its rows wait for a lock, after everything else of the transaction has begun.
        await using (var blocker = await database.Superuser.OpenConnectionAsync())
        await using (var holding = await blocker.BeginTransactionAsync())
        {
            await using (var hold = new NpgsqlCommand("lock table read.tenants in share row exclusive mode", blocker, holding))
                await hold.ExecuteNonQueryAsync();
            var applying = doomed.Apply(LogPosition.Start, events, default);
            await Eventually.True(async () =>
                await database.Superuser.Ask("select 1 from pg_stat_activity where application_name = 'cut' and wait_event_type = 'Lock'")
                    is not null
            );
            await database.Superuser.Run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut'");
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => applying);
        }

        Assert.Equal(0, await counted.Count());
        Assert.Equal(0, await counted.Checkpoint());

        await counted.Batch.Apply(LogPosition.Start, events, default);
        Assert.Equal(2, await counted.Count());
        Assert.Equal(2, await counted.Checkpoint());
    }

    [Fact]
    public async Task is_refused_where_another_was_first()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var events = Counted.Campaigns("a", "b");
        await counted.Batch.Apply(LogPosition.Start, events, default);

        await Assert.ThrowsAsync<CheckpointMovedException>(() => counted.Batch.Apply(LogPosition.Start, events, default));
        Assert.Equal(2, await counted.Count());
    }

    [Fact]
    public async Task is_taken_in_once_however_many_try_at_the_same_moment()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var events = Counted.Campaigns("a", "b", "c");

        var tries = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Succeeds(() => counted.Batch.Apply(LogPosition.Start, events, default)))
        );

        Assert.Single(tries, succeeded => succeeded);
        Assert.Equal(3, await counted.Count());
    }

    private static async Task<bool> Succeeds(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (CheckpointMovedException)
        {
            return false;
        }
    }
}
