using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Campaigns.EventStore.Tests.Given;

namespace Campaigns.EventStore.Tests;

public sealed class The_log_on_Postgres_in_trouble : IAsyncLifetime
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(9); // five, and a slow machine

    private PostgresLog log = null!;
    private Wire wire = null!;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.Create();
        wire = new(log.Port);
    }

    public async ValueTask DisposeAsync()
    {
        await wire.DisposeAsync();
        await log.DisposeAsync();
    }

    [Fact]
    public async Task never_acknowledges_what_is_not_stored_nor_stores_twice_while_connections_are_cut()
    {
        const int clients = 64;
        IEventStore[] silos = [log.Silo(), log.Silo()];
        using var chaos = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        var cutting = Cut();
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, clients).Select(Client));
        Assert.True(await cutting > 10);

        var stored = await silos[0].Everything();
        Assert.Equal(acknowledged.SelectMany(ids => ids).ToHashSet(), stored.Select(e => e.Id).ToHashSet());
        Assert.Equal(acknowledged.Sum(ids => ids.Count), stored.Count);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (ulong)n), stored.Select(e => e.Position.ToUInt64()));
        foreach (var stream in stored.GroupBy(e => e.Stream))
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.Select(e => e.Version));

        async Task<int> Cut()
        {
            var cuts = 0;
            for (; !chaos.IsCancellationRequested; cuts++)
            {
                await log.CutConnections();
                await Task.Delay(20);
            }
            return cuts;
        }

        // Each client repeats an append with the same ids until it is acknowledged, as a grain's caller does.
        async Task<List<Guid>> Client(int client)
        {
            var ids = new List<Guid>();
            for (long version = 0; !chaos.IsCancellationRequested; )
            {
                var events = Events(1 + client % 2);
                while (true)
                {
                    try
                    {
                        version = (await silos[client % 2].Append(Stream($"{client}"), version, events)).Version;
                        ids.AddRange(events.Select(e => e.Id));
                        break;
                    }
                    catch (EventStoreUnavailableException)
                    {
                        await Task.Delay(5);
                    }
                }
            }
            return ids;
        }
    }

    [Fact]
    public async Task finds_out_by_itself_that_an_append_whose_answer_was_lost_is_stored()
    {
        var store = log.Silo(port: wire.Port);
        await store.Append(Stream("a"), 0, Events(1));
        wire.SwallowAnAnswer();
        var appended = await store.Append(Stream("a"), 1, Events(2));
        Assert.Equal(new(3, new(3)), appended);
        Assert.Equal(3, (await store.Everything()).Count);
    }

    [Fact]
    public async Task says_so_at_once_when_the_database_is_down_and_recovers_when_it_is_back()
    {
        var store = log.Silo(port: wire.Port);
        await store.Append(Stream("a"), 0, Events(1));
        for (var outage = 1; outage <= 2; outage++)
        {
            await wire.GoDown();
            await AssertUnavailable(() => store.Append(Stream("a"), outage, Events(1)));
            await AssertUnavailable(() => store.All(Stream("a")));
            await AssertUnavailable(() => store.Everything());
            await AssertUnavailable(() => store.Head());

            await wire.ComeBack();
            Assert.Equal(outage + 1, (await store.Append(Stream("a"), outage, Events(1))).Version);
            Assert.Equal(outage + 1, (await store.All(Stream("a"))).Count);
        }
    }

    [Fact]
    public async Task goes_on_writing_after_trouble_that_nobody_foresaw()
    {
        var store = log.Silo(new() { Writers = 1 }, wire.Port, services => services.AddSingleton(typeof(ILogger<>), typeof(FullDisk<>)));
        await wire.GoDown();
        await AssertUnavailable(() => store.Append(Stream("a"), 0, Events(1)));

        await wire.ComeBack();
        Assert.Equal(1, (await store.Append(Stream("a"), 0, Events(1)).WaitAsync(Seconds)).Version);
    }

    [Fact]
    public async Task answers_everybody_within_seconds_when_the_database_hangs()
    {
        var store = log.Silo(port: wire.Port);
        await store.Append(Stream("a"), 0, Events(1));
        wire.Freeze();
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(async n =>
                {
                    await Task.Delay(n); // so that some are under way and others wait behind them
                    await AssertUnavailable(() => store.Append(Stream($"{n}"), 0, Events(1)));
                })
                .Append(AssertUnavailable(() => store.All(Stream("a"))))
        );

        await wire.ComeBack();
        Assert.Equal(2, (await store.Append(Stream("a"), 1, Events(1))).Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task on_one_silo_that_stops_in_the_middle_of_sending_holds_up_no_other(int bytes)
    {
        var (stuck, other) = (log.Silo(port: wire.Port), log.Silo());
        await stuck.Append(Stream("a"), 0, Events(1));
        wire.FreezeAfter(bytes);
        var inFlight = stuck.Append(Stream("large"), 0, [.. Enumerable.Range(0, 200).Select(_ => Event(new string('x', 1000)))]);
        await Eventually(() => wire.IsFrozen);

        var start = Stopwatch.GetTimestamp();
        for (var version = 0; version < 20; version++)
            await other.Append(Stream("b"), version, Events(1));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => inFlight);
        Assert.Empty(await other.All(Stream("large")));
    }

    [Fact]
    public async Task subscribers_resume_where_they_were_when_it_is_back()
    {
        var (store, other) = (log.Silo(new() { PollEvery = TimeSpan.FromMilliseconds(100) }, wire.Port), log.Silo());
        await other.Append(Stream("a"), 0, Events(3));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var subscription = store.Subscribe(LogPosition.Start, ct: deadline.Token).GetAsyncEnumerator();
        Assert.True(await subscription.MoveNextAsync());
        Assert.Equal(3, subscription.Current.Count);

        await wire.GoDown();
        var next = subscription.MoveNextAsync();
        await other.Append(Stream("a"), 3, Events(2));
        await wire.ComeBack();
        Assert.True(await next);
        Assert.Equal([4UL, 5], subscription.Current.Select(e => e.Position.ToUInt64()));
    }

    [Fact]
    public async Task finishes_what_waits_when_it_is_closed_and_takes_no_more()
    {
        var store = log.Silo();
        var appends = Enumerable.Range(0, 50).Select(n => store.Append(Stream($"{n}"), 0, Events(1))).ToList();
        await ((IAsyncDisposable)store).DisposeAsync();
        Assert.All(await Task.WhenAll(appends), appended => Assert.Equal(1, appended.Version));
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => store.Append(Stream("late"), 0, Events(1)));
    }

    private static async Task AssertUnavailable(Func<Task> request)
    {
        var start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<EventStoreUnavailableException>(request);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Seconds);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
            await Task.Delay(5, deadline.Token);
    }
}
