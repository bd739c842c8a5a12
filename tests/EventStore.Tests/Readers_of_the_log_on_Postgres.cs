using static Campaigns.EventStore.Tests.Given;

namespace Campaigns.EventStore.Tests;

public sealed class Readers_of_the_log_on_Postgres : IAsyncLifetime
{
    private PostgresLog log = null!;

    public async ValueTask InitializeAsync() => log = await PostgresLog.Create();

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task see_nothing_behind_a_transaction_that_is_still_open_and_nothing_less_after()
    {
        var store = log.Silo(new() { LockPatience = TimeSpan.FromSeconds(20), AnswerPatience = TimeSpan.FromSeconds(25) });
        await store.Append(Stream("before"), 0, Events(1));

        List<Task<Appended>> behind;
        await using (var open = await log.AppendWithoutCommit(Stream("open")))
        {
            behind = [.. Enumerable.Range(0, 10).Select(n => store.Append(Stream($"{n}"), 0, Events(1)))];
            await log.UntilSomebodyWaits();

            for (var look = 0; look < 20; look++)
                Assert.Equal([1UL], (await store.Everything()).Select(e => e.Position.ToUInt64()));
            Assert.All(behind, append => Assert.False(append.IsCompleted));
            await open.Commit();
        }

        await Task.WhenAll(behind);
        var after = await store.Everything();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => (ulong)n), after.Select(e => e.Position.ToUInt64()));
        Assert.Equal(Stream("open"), after[1].Stream);
    }

    [Fact]
    public async Task who_follow_many_writers_on_two_silos_miss_none_and_see_none_twice()
    {
        const int writers = 32;
        const int each = 60;
        IEventStore[] silos = [log.Silo(), log.Silo()];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var followers = Enumerable.Range(0, 4).Select(n => Follow(silos[n % 2], batchSize: 1 + 16 * n)).ToList();

        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    for (var version = 0; version < each; version++)
                        await silos[writer % 2].Append(Stream($"{writer}"), version, Events(1));
                })
        );

        foreach (var follower in followers)
            Assert.Equal(Enumerable.Range(1, writers * each).Select(n => (ulong)n), await follower);

        async Task<List<ulong>> Follow(IEventStore store, int batchSize)
        {
            var seen = new List<ulong>();
            await foreach (var batch in store.Subscribe(LogPosition.Start, batchSize, deadline.Token))
            {
                seen.AddRange(batch.Select(e => e.Position.ToUInt64()));
                if (seen.Count >= writers * each)
                    break;
            }
            return seen;
        }
    }

    [Fact]
    public async Task hear_of_an_append_on_another_silo_without_polling()
    {
        var patient = log.Silo(new() { PollEvery = TimeSpan.FromMinutes(10) });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var subscription = patient.Subscribe(LogPosition.Start, ct: deadline.Token).GetAsyncEnumerator();
        for (var version = 0; version < 3; version++)
        {
            var next = subscription.MoveNextAsync();
            await log.Silo().Append(Stream("a"), version, Events(1));
            Assert.True(await next);
        }
    }

    [Fact]
    public async Task go_on_through_cut_connections()
    {
        var store = log.Silo(new() { PollEvery = TimeSpan.FromMilliseconds(50) });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var subscription = store.Subscribe(LogPosition.Start, ct: deadline.Token).GetAsyncEnumerator();
        for (var version = 0; version < 5; version++)
        {
            var next = subscription.MoveNextAsync();
            await store.Append(Stream("a"), version, Events(1));
            Assert.True(await next);
            await log.CutConnections();
            Assert.Equal(version + 1, (await store.All(Stream("a"))).Count);
        }
    }

    [Fact]
    public async Task get_a_stand_in_for_an_event_they_cannot_read_and_all_the_others()
    {
        var store = log.Silo();
        await store.Append(Stream("a"), 0, Events(5));
        await log.AsSuperuser("update log.events set name = 'note.burnt.v7' where version = 2");
        await log.AsSuperuser("update log.events set data = 'no json' where version = 3");
        await log.AsSuperuser("update log.events set metadata = '{}' where version = 4");

        foreach (var read in new[] { await store.All(Stream("a")), await store.Everything() })
        {
            Assert.Equal([1, 2, 3, 4, 5], read.Select(e => e.Version));
            Assert.Equal([false, true, true, true, false], read.Select(e => e.Event is UnreadableEvent));
        }
    }
}
