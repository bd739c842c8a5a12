using static Campaigns.EventStore.Tests.Given;

namespace Campaigns.EventStore.Tests;

/// <summary>What it promises to many who write at once.</summary>
public abstract partial class EventStoreContract
{
    [Fact]
    public async Task takes_thousands_of_concurrent_appends_on_different_streams()
    {
        const int streams = 3000;
        var appended = await Task.WhenAll(Enumerable.Range(0, streams).Select(n => Store.Append(Stream($"{n}"), 0, Events(1 + n % 3))));

        var log = await Store.Everything();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (ulong)n), log.Select(e => e.Position.ToUInt64()));
        Assert.Equal(Enumerable.Range(0, streams).Sum(n => 1 + n % 3), log.Count);
        var last = log.GroupBy(e => e.Stream)
            .ToDictionary(stream => stream.Key, stream => new Appended(stream.Last().Version, stream.Last().Position));
        Assert.All(Enumerable.Range(0, streams), n => Assert.Equal(last[Stream($"{n}")], appended[n]));
    }

    [Fact]
    public async Task lets_exactly_one_of_many_writers_of_a_version_through()
    {
        const int rounds = 30;
        const int writers = 30;
        for (var version = 0; version < rounds; version++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Wins(Stream("a"), version)));
            Assert.Single(outcomes, won => won);
        }
        Assert.Equal(Enumerable.Range(1, rounds).Select(n => (long)n), (await Store.All(Stream("a"))).Select(e => e.Version));

        async Task<bool> Wins(StreamName stream, long version)
        {
            try
            {
                return (await Store.Append(stream, version, Events(1))).Version == version + 1;
            }
            catch (StreamMovedException moved)
            {
                Assert.Equal(version + 1, moved.ActualVersion);
                return false;
            }
        }
    }

    [Fact]
    public async Task keeps_the_order_of_a_writer_who_does_not_wait()
    {
        var appended = await Task.WhenAll(Enumerable.Range(0, 200).Select(version => Store.Append(Stream("a"), version, Events(1))));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), appended.Select(a => a.Version));
    }
}
