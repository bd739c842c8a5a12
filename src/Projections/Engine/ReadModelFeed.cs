using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Hears of every batch the moment it commits, and tells those who wait. A lost connection costs them latency, not news: they look for
/// themselves now and then, and watchers are told to look again when it is back.
/// </summary>
internal sealed class ReadModelFeed(
    NpgsqlDataSource? direct,
    ReadModelPositions positions,
    TimeProvider clock,
    ILogger<ReadModelFeed> logger
) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly List<Watcher> watchers = [];
    private TaskCompletionSource moved = NewSignal();

    /// <summary>Done at the next news.</summary>
    public Task Moved => Volatile.Read(ref moved).Task;

    /// <summary>A channel that holds something whenever there may be something new; several news make one.</summary>
    public Watcher Watch(string tenant)
    {
        var watcher = new Watcher(this, tenant);
        lock (gate)
            watchers.Add(watcher);
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (direct is null)
                    await LookNowAndThen(stoppingToken);
                else
                    await Listen(direct, () => pause = TimeSpan.FromMilliseconds(100), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Cannot hear of read models' changes; trying again in {Pause}", pause);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (Exception e) // whatever a question says that was cut short by the stop
            {
                logger.LogDebug(e, "No longer listening for read models' changes");
            }
        }
    }

    private async Task Listen(NpgsqlDataSource source, Action heard, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, said) => Hear(said.Payload);
        await using (var listen = new NpgsqlCommand($"listen {ReadModelNews.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);

        await positions.Ask(ct);
        Tell(tenants: null); // whatever was said while nobody listened
        while (true)
        {
            heard();
            // A connection that died without a word shows when spoken to.
            if (!await connection.WaitAsync(Heartbeat, ct))
            {
                await using var alive = new NpgsqlCommand("select 1", connection);
                await alive.ExecuteNonQueryAsync(ct);
            }
        }
    }

    /// <summary>Behind a pooler nothing can be heard; looking costs only while someone watches.</summary>
    private async Task LookNowAndThen(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(LookEvery, clock, ct);
            lock (gate)
                if (watchers.Count == 0)
                    continue;
            await positions.Ask(ct);
            Tell(tenants: null);
        }
    }

    /// <summary>Whoever may connect may notify. So what is said wakes those who wait; how far the read models are, they ask the checkpoints.</summary>
    private void Hear(string payload) => Tell(ReadModelNews.Parse(payload)?.Tenants);

    private void Tell(IReadOnlyList<string>? tenants)
    {
        Interlocked.Exchange(ref moved, NewSignal()).SetResult();
        lock (gate)
            foreach (var watcher in watchers)
                if (tenants is null || tenants.Contains(watcher.Tenant))
                    watcher.Wake();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Someone who wants to know when a tenant's rows may have changed. Dispose of it.</summary>
    internal sealed class Watcher(ReadModelFeed feed, string tenant) : IDisposable
    {
        private readonly Channel<bool> news = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );

        public string Tenant { get; } = tenant;

        public async Task Next(CancellationToken ct) => await news.Reader.ReadAsync(ct);

        public void Wake() => news.Writer.TryWrite(true);

        public void Dispose()
        {
            lock (feed.gate)
                feed.watchers.Remove(this);
        }
    }
}
