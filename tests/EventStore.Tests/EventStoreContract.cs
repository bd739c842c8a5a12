using CsCheck;
using static Campaigns.EventStore.Tests.Given;

namespace Campaigns.EventStore.Tests;

/// <summary>What every adapter of the log promises. Each adapter inherits it.</summary>
public abstract partial class EventStoreContract : IAsyncLifetime
{
    protected IEventStore Store { get; private set; } = null!;

    protected abstract Task<IEventStore> Open();

    public async ValueTask InitializeAsync() => Store = await Open();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task acknowledges_what_can_then_be_read()
    {
        var events = Events(3);
        var appended = await Store.Append(Stream("a"), 0, events);

        var read = await Store.All(Stream("a"));
        Assert.Equal(3, appended.Version);
        Assert.Equal(appended.Position, read[^1].Position);
        Assert.Equal(events.Select(e => (e.Id, e.Event, e.Metadata)), read.Select(e => (e.Id, e.Event, e.Metadata)));
        Assert.Equal([1, 2, 3], read.Select(e => e.Version));
        Assert.All(read, e => Assert.Equal((Stream("a"), Club, "note.written.v1"), (e.Stream, e.Tenant, e.Name)));
    }

    [Fact]
    public async Task keeps_all_that_stands_beside_an_event()
    {
        var metadata = Metadata("command-1") with
        {
            RecordedAt = Metadata().RecordedAt.AddTicks(1234567),
            CommandHash = "hash",
            CausationId = "cause",
            CorrelationId = "correlation",
            TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        };
        await Store.Append(Stream("a"), 0, [Event() with { Metadata = metadata }, Event("b")]);
        Assert.Equal([metadata, Metadata()], (await Store.All(Stream("a"))).Select(e => e.Metadata));
    }

    [Fact]
    public async Task keeps_text_of_any_script_and_size()
    {
        var texts = new[] { "", "\u0000", "Grüße 東京 🎉 \" \\ \u2028", new string('x', 200_000) };
        await Store.Append(Stream("a"), 0, [.. texts.Select(Event)]);
        Assert.Equal(texts, (await Store.All(Stream("a"))).Select(e => ((NoteEvent.Written)e.Event).Text));
    }

    [Fact]
    public async Task appends_to_the_end_of_a_stream()
    {
        await Store.Append(Stream("a"), 0, Events(2));
        var appended = await Store.Append(Stream("a"), 2, Events(3));
        Assert.Equal(5, appended.Version);
        Assert.Equal([1, 2, 3, 4, 5], (await Store.All(Stream("a"))).Select(e => e.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task tells_a_writer_with_another_version_the_actual_one(long expected)
    {
        await Store.Append(Stream("a"), 0, Events(2));
        var moved = await Assert.ThrowsAsync<StreamMovedException>(() => Store.Append(Stream("a"), expected, Events(1)));
        Assert.Equal((Stream("a"), expected, 2), (moved.Stream, moved.ExpectedVersion, moved.ActualVersion));
        Assert.Equal(2, (await Store.All(Stream("a"))).Count);
    }

    [Fact]
    public async Task tells_a_writer_that_a_stream_is_new()
    {
        var moved = await Assert.ThrowsAsync<StreamMovedException>(() => Store.Append(Stream("a"), 4, Events(1)));
        Assert.Equal(0, moved.ActualVersion);
        Assert.Empty(await Store.Everything());
    }

    [Fact]
    public async Task takes_the_same_events_at_the_same_place_once()
    {
        await Store.Append(Stream("a"), 0, Events(1));
        var events = Events(2);
        var first = await Store.Append(Stream("a"), 1, events);
        Assert.Equal(first, await Store.Append(Stream("a"), 1, events));
        await Store.Append(Stream("a"), 3, Events(1));
        Assert.Equal(first, await Store.Append(Stream("a"), 1, events));
        Assert.Equal(4, (await Store.Everything()).Count);
    }

    [Fact]
    public async Task takes_a_repeat_that_overlaps_in_part_for_a_conflict()
    {
        var events = Events(3);
        await Store.Append(Stream("a"), 0, [.. events.Take(2)]);
        IReadOnlyList<NewEvent>[] others = [events, [events[1]], [events[1], events[0]], [events[0], Event()], [events[2], events[1]]];
        foreach (var other in others)
            Assert.Equal(2, (await Assert.ThrowsAsync<StreamMovedException>(() => Store.Append(Stream("a"), 0, other))).ActualVersion);
        await Assert.ThrowsAsync<StreamMovedException>(() => Store.Append(Stream("a"), 1, [events[0]]));
        Assert.Equal(2, (await Store.Everything()).Count);
    }

    [Fact]
    public async Task does_not_take_the_events_of_another_stream_for_a_repeat()
    {
        var events = Events(1);
        var first = await Store.Append(Stream("a"), 0, events);
        var second = await Store.Append(Stream("b"), 0, events);
        Assert.True(second.Position > first.Position);
    }

    [Fact]
    public async Task refuses_an_append_of_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(Stream("a"), 0, []));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Append(Stream("a"), -1, Events(1)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(default, 0, Events(1)));
    }

    [Fact]
    public async Task refuses_an_event_it_could_not_read_again()
    {
        var foreign = Event(new UnreadableEvent("no event of the catalogue"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Store.Append(Stream("a"), 0, [Event(), foreign]));
        Assert.Empty(await Store.Everything());
    }

    [Fact]
    public async Task appends_nothing_for_a_caller_who_has_already_left()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Append(Stream("a"), 0, Events(1), left.Token));
        await Store.Append(Stream("b"), 0, Events(1));
        Assert.Empty(await Store.All(Stream("a")));
    }

    [Fact]
    public async Task reads_a_stream_from_a_version_on()
    {
        await Store.Append(Stream("a"), 0, Events(4));
        await Store.Append(Stream("ab"), 0, Events(2));
        Assert.Equal([3, 4], (await Store.All(Stream("a"), after: 2)).Select(e => e.Version));
        Assert.Empty(await Store.All(Stream("a"), after: 4));
        Assert.Empty(await Store.All(Stream("a"), after: 99));
        Assert.Empty(await Store.All(Stream("none")));
    }

    [Fact]
    public async Task reads_long_streams_whole()
    {
        await Store.Append(Stream("a"), 0, Events(2500));
        await Store.Append(Stream("a"), 2500, Events(2500));
        Assert.Equal(Enumerable.Range(1, 5000).Select(n => (long)n), (await Store.All(Stream("a"))).Select(e => e.Version));
    }

    [Fact]
    public async Task numbers_the_whole_log_without_gaps()
    {
        Assert.Equal(LogPosition.Start, await Store.Head());
        await Store.Append(Stream("a"), 0, Events(2));
        var middle = await Store.Append(Stream("b"), 0, Events(1));
        await Assert.ThrowsAsync<StreamMovedException>(() => Store.Append(Stream("b"), 0, Events(1)));
        var last = await Store.Append(Stream("a"), 2, Events(2));

        Assert.Equal([1UL, 2, 3, 4, 5], (await Store.Everything()).Select(e => e.Position.ToUInt64()));
        Assert.Equal([4UL, 5], (await Store.Everything(middle.Position)).Select(e => e.Position.ToUInt64()));
        Assert.Equal(last.Position, await Store.Head());
        Assert.Empty(await Store.Everything(last.Position));
    }

    [Fact]
    public async Task stops_reading_when_the_caller_leaves()
    {
        await Store.Append(Stream("a"), 0, Events(10));
        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ReadAll(LogPosition.Start, leaving.Token))
                await leaving.CancelAsync();
        });
    }

    [Fact]
    public async Task gives_a_subscriber_the_past_and_then_what_is_appended()
    {
        await Store.Append(Stream("a"), 0, Events(5));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var seen = new List<RecordedEvent>();
        await foreach (var batch in Store.Subscribe(LogPosition.Start, batchSize: 2, deadline.Token))
        {
            Assert.InRange(batch.Count, 1, 2);
            seen.AddRange(batch);
            if (seen.Count == 5)
                await Store.Append(Stream("b"), 0, Events(3), deadline.Token);
            if (seen.Count == 8)
                break;
        }
        Assert.Equal([1UL, 2, 3, 4, 5, 6, 7, 8], seen.Select(e => e.Position.ToUInt64()));
    }

    [Fact]
    public async Task wakes_a_subscriber_that_waits_at_the_end()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var subscription = Store.Subscribe(LogPosition.Start, ct: deadline.Token).GetAsyncEnumerator();
        for (var version = 0; version < 5; version++)
        {
            var next = subscription.MoveNextAsync();
            Assert.False(next.IsCompleted);
            await Store.Append(Stream("a"), version, Events(1));
            Assert.True(await next);
            Assert.Equal(version + 1, Assert.Single(subscription.Current).Version);
        }
        var waiting = subscription.MoveNextAsync();
        await deadline.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    [Fact]
    public Task behaves_as_its_model_whatever_is_asked_of_it() =>
        ModelStep.Histories.SampleAsync(
            async history =>
            {
                var model = new LogModel();
                var start = await Store.Head();
                StreamName[] streams = [Stream(), Stream(), Stream()];
                foreach (var step in history)
                {
                    var stream = streams[step.Stream];
                    var (expected, events) = model.Ask(stream, step);
                    Assert.Equal(model.Append(stream, expected, events), await Ask(stream, expected, events));

                    var after = step.Count;
                    var tail = await Store.All(stream, after);
                    Assert.Equal(model.Of(stream).Skip(after), tail.Select(e => e.Id));
                    Assert.Equal(tail.Select((_, n) => after + n + 1L), tail.Select(e => e.Version));
                }
                Assert.Equal(model.Log, (await Store.Everything(start)).Select(e => e.Id));
            },
            iter: 60,
            threads: 1
        );

    private async Task<(bool Accepted, long Version)> Ask(StreamName stream, long expected, IReadOnlyList<NewEvent> events)
    {
        try
        {
            return (true, (await Store.Append(stream, expected, events)).Version);
        }
        catch (StreamMovedException moved)
        {
            return (false, moved.ActualVersion);
        }
    }
}
