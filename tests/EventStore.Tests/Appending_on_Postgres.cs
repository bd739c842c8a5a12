using Npgsql;
using static Campaigns.EventStore.Tests.Given;

namespace Campaigns.EventStore.Tests;

public sealed class Appending_on_Postgres : IAsyncLifetime
{
    private PostgresLog log = null!;

    public async ValueTask InitializeAsync() => log = await PostgresLog.Create();

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task fails_for_a_poisonous_append_alone_and_not_for_those_in_its_batch()
    {
        const string poison = "nul \0 in a name"; // no text of Postgres can hold it

        var store = log.Silo();
        var appends = await WhileTheHeadIsHeld(() =>
            Enumerable.Range(0, 200).Select(n => store.Append(n == 77 ? Stream(poison) : Stream($"{n}"), 0, Events(2))).ToList()
        );

        await Assert.ThrowsAsync<PostgresException>(() => appends[77]);
        var others = await Task.WhenAll(appends.Where((_, n) => n != 77));
        Assert.All(others, appended => Assert.Equal(2, appended.Version));
        Assert.Equal(Enumerable.Range(1, 398).Select(n => (ulong)n), (await store.Everything()).Select(e => e.Position.ToUInt64()));
        Assert.Equal(2, (await store.Append(Stream("afterwards"), 0, Events(2))).Version);
    }

    [Fact]
    public async Task drops_a_stale_stream_out_of_its_batch_alone()
    {
        var store = log.Silo();
        await store.Append(Stream("moved"), 0, Events(3));
        await log.Silo().Append(Stream("moved elsewhere"), 0, Events(3));

        var (stale, elsewhere, others) = await WhileTheHeadIsHeld(() =>
            (
                store.Append(Stream("moved"), 1, Events(1)),
                store.Append(Stream("moved elsewhere"), 0, Events(1)),
                Enumerable.Range(0, 50).Select(n => store.Append(Stream($"{n}"), 0, Events(1))).ToList()
            )
        );

        Assert.Equal(3, (await Assert.ThrowsAsync<StreamMovedException>(() => stale)).ActualVersion);
        Assert.Equal(3, (await Assert.ThrowsAsync<StreamMovedException>(() => elsewhere)).ActualVersion);
        Assert.All(await Task.WhenAll(others), appended => Assert.Equal(1, appended.Version));
        Assert.Equal(56, (await store.Everything()).Count);
    }

    [Fact]
    public async Task of_two_silos_to_one_stream_in_turn_needs_only_the_right_version()
    {
        var (one, other) = (log.Silo(), log.Silo());
        for (var version = 0; version < 20; version += 2)
        {
            await one.Append(Stream("a"), version, Events(1));
            var moved = await Assert.ThrowsAsync<StreamMovedException>(() => other.Append(Stream("a"), version, Events(1)));
            Assert.Equal(version + 1, moved.ActualVersion);
            await other.Append(Stream("a"), version + 1, Events(1));
        }
        Assert.Equal(20, (await one.All(Stream("a"))).Count);
    }

    [Fact]
    public async Task of_two_silos_side_by_side_leaves_no_gap_and_loses_nothing()
    {
        IEventStore[] silos = [log.Silo(), log.Silo()];
        var appended = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Write(silos[writer % 2], Stream($"{writer % 48}"))));

        var stored = await silos[0].Everything();
        Assert.Equal(64 * 25, appended.Sum());
        Assert.Equal(Enumerable.Range(1, 64 * 25).Select(n => (ulong)n), stored.Select(e => e.Position.ToUInt64()));
        foreach (var stream in stored.GroupBy(e => e.Stream))
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.Select(e => e.Version));

        // Some streams have a writer on both silos: whoever loses decides again on what is there now.
        static async Task<int> Write(IEventStore store, StreamName stream)
        {
            long version = 0;
            for (var written = 0; written < 25; )
            {
                try
                {
                    version = (await store.Append(stream, version, Events(1))).Version;
                    written++;
                }
                catch (StreamMovedException moved)
                {
                    version = moved.ActualVersion;
                }
            }
            return 25;
        }
    }

    [Fact]
    public async Task takes_an_append_larger_than_a_batch_in_one_piece()
    {
        var store = log.Silo(new() { BatchEvents = 10, BatchBytes = 1000 });
        var appended = await Task.WhenAll(
            store.Append(Stream("small"), 0, Events(1)),
            store.Append(Stream("large"), 0, Events(50)),
            store.Append(Stream("heavy"), 0, [Event(new string('x', 5000))])
        );
        Assert.Equal([1, 50, 1], appended.Select(a => a.Version));
        Assert.Equal(52, (await store.Everything()).Count);
    }

    [Fact]
    public async Task is_refused_at_once_when_too_many_wait_and_again_possible_after()
    {
        var store = log.Silo(new() { MostWaiting = 10, Writers = 1 });
        var (appends, refused) = await WhileTheHeadIsHeld(async () =>
        {
            var first = store.Append(Stream("first"), 0, Events(1));
            await log.UntilSomebodyWaits(); // the writer has it, and takes nothing more until the head is free
            List<Task<Appended>> appends = [first, .. Enumerable.Range(0, 30).Select(n => store.Append(Stream($"{n}"), 0, Events(1)))];
            return (appends, appends.FindAll(append => append.IsFaulted));
        });

        Assert.Equal(20, refused.Count);
        foreach (var append in refused)
            await Assert.ThrowsAsync<EventStoreUnavailableException>(() => append);
        Assert.All(await Task.WhenAll(appends.Except(refused)), appended => Assert.Equal(1, appended.Version));
        await store.Append(Stream("afterwards"), 0, Events(1));
    }

    [Fact]
    public async Task is_never_sent_for_a_caller_who_left_while_it_waited()
    {
        var store = log.Silo(new() { Writers = 1 });
        using var leaving = new CancellationTokenSource();
        var (sent, left) = await WhileTheHeadIsHeld(async () =>
        {
            var sent = store.Append(Stream("sent"), 0, Events(1));
            await log.UntilSomebodyWaits();
            var left = store.Append(Stream("left"), 0, Events(1), leaving.Token);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
            return (sent, left);
        });
        await sent;
        await store.Append(Stream("afterwards"), 0, Events(1));
        Assert.True(left.IsCanceled);
        Assert.Empty(await store.All(Stream("left")));
    }

    [Fact]
    public async Task waits_no_longer_for_a_stuck_silo_than_its_patience()
    {
        var store = log.Silo(new() { LockPatience = TimeSpan.FromMilliseconds(300) });
        await store.Append(Stream("before"), 0, Events(1));
        var events = Events(1);
        await using (await log.HoldHead())
        {
            await Assert.ThrowsAsync<EventStoreUnavailableException>(() => store.Append(Stream("a"), 0, events));
            Assert.Single(await store.Everything());
        }
        Assert.Equal(1, (await store.Append(Stream("a"), 0, events)).Version);
        Assert.Equal(2, (await store.Everything()).Count);
    }

    [Fact]
    public async Task is_given_up_by_the_database_itself_when_it_takes_too_long()
    {
        var store = log.Silo(new() { LockPatience = TimeSpan.FromMinutes(2), AnswerPatience = TimeSpan.FromMinutes(3) });
        await using (await log.HoldHead())
        {
            var gaveUp = await Assert.ThrowsAsync<EventStoreUnavailableException>(() => store.Append(Stream("a"), 0, Events(1)));
            Assert.Equal(PostgresErrorCodes.QueryCanceled, Assert.IsType<PostgresException>(gaveUp.InnerException).SqlState);
        }
        Assert.Equal(1, (await store.Append(Stream("a"), 0, Events(1))).Version);
    }

    [Theory]
    [InlineData("insert into log.events select * from log.events")]
    [InlineData("update log.events set data = ''")]
    [InlineData("delete from log.events")]
    [InlineData("truncate log.events")]
    [InlineData("update log.head set position = 0")]
    [InlineData("delete from log.head")]
    [InlineData("drop table log.events")]
    [InlineData("alter table log.events disable trigger all")]
    public async Task is_all_that_the_writers_role_can_do_to_the_log(string statement)
    {
        await log.Silo().Append(Stream("a"), 0, Events(1));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => log.AsSilo(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(1L, await log.AsSilo("select count(*) from log.events"));
    }

    [Fact]
    public async Task stores_what_an_operator_looks_for()
    {
        await log.Silo().Append(Stream("a"), 0, [Event() with { Metadata = Metadata("command-1") }]);
        Assert.Equal(
            "note-org_club/a|org_club|note.written.v1|command-1|2026-03-29 09:00:00+00|plain",
            await log.AsSilo(
                "select concat_ws('|', stream, tenant, name, command_id, recorded_at at time zone 'UTC' || '+00', "
                    + "case when key_id is null then 'plain' end) from log.events"
            )
        );
    }

    /// <summary>What is begun meanwhile gathers behind the first append, and goes as one batch when the head is let go.</summary>
    private Task<T> WhileTheHeadIsHeld<T>(Func<T> begin) => WhileTheHeadIsHeld(() => Task.FromResult(begin()));

    private async Task<T> WhileTheHeadIsHeld<T>(Func<Task<T>> begin)
    {
        await using (await log.HoldHead())
            return await begin();
    }
}
