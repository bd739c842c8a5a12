using System.Threading.Channels;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Webhooks;

/// <summary>Wakes one webhook; harmless at any time.</summary>
public delegate Task WakeWebhook(WebhookToWake webhook);

/// <summary>
/// Wakes webhooks when the read models' notice says that something of their tenants' happened. Nothing is asked while nothing happens. At the
/// start, after a lost connection, and when it is told to hurry, it looks for whatever was missed.
/// </summary>
public sealed class WebhookAlarm : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50); // what is said meanwhile is one question

    private readonly NpgsqlDataSource source;
    private readonly WebhookWork work;
    private readonly WakeWebhook wake;
    private readonly TimeProvider clock;
    private readonly ILogger<WebhookAlarm> logger;
    private readonly Lock gate = new();
    private readonly Channel<bool> heard = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private HashSet<string>? tenants = []; // who was named since the last question; null: anybody
    private long named;
    private long asked; // every event of history up to here was asked about; 0: none was

    internal WebhookAlarm(NpgsqlDataSource source, WebhookWork work, WakeWebhook wake, TimeProvider clock, ILogger<WebhookAlarm> logger) =>
        (this.source, this.work, this.wake, this.clock, this.logger) = (source, work, wake, clock, logger);

    /// <summary>What was woken may be lost, with a silo: looks for all that is behind.</summary>
    public void Hurry()
    {
        lock (gate)
            (tenants, asked) = (null, 0);
        heard.Writer.TryWrite(true);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!stoppingToken.IsCancellationRequested)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            try
            {
                await Follow(() => pause = TimeSpan.FromMilliseconds(200), both);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Cannot hear what webhooks are to be told; trying again in {Pause}", pause);
                await Task.Delay(pause, clock, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task Follow(Action well, CancellationTokenSource both)
    {
        await using var connection = await source.OpenConnectionAsync(both.Token);
        connection.Notification += (_, said) => Hear(said.Payload);
        await using (var listen = new NpgsqlCommand($"listen {ReadModelNews.Channel}", connection))
            await listen.ExecuteNonQueryAsync(both.Token);
        Hurry(); // whatever was said while nobody listened
        var asking = Ask(well, both.Token);
        var listening = Listen(connection, both.Token);
        var ended = await Task.WhenAny(asking, listening);
        await both.CancelAsync();
        await Task.WhenAll(asking, listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    private static async Task Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        while (true)
        {
            // A connection that died without a word shows when spoken to.
            if (await connection.WaitAsync(Heartbeat, ct))
                continue;
            await using var alive = new NpgsqlCommand("select 1", connection);
            await alive.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task Ask(Action well, CancellationToken ct)
    {
        while (await heard.Reader.WaitToReadAsync(ct))
        {
            heard.Reader.TryRead(out _);
            (HashSet<string>? Tenants, long From, long Until) question;
            lock (gate)
            {
                question = (tenants, asked, named);
                tenants = [];
                asked = Math.Max(asked, named);
            }
            // On failure all is asked anew, with the new connection.
            foreach (var webhook in await work.Behind(question.Tenants, $"{question.From}", ct))
                await wake(webhook);
            well();
            await Task.Delay(Breath, clock, ct);
        }
    }

    private void Hear(string payload)
    {
        if (ReadModelNews.Parse(payload) is not { } news || !news.Projections.Contains(ReadModels.History))
            return;
        lock (gate)
        {
            if (news.Tenants is null)
                tenants = null;
            else
                tenants?.UnionWith(news.Tenants);
            named = Math.Max(named, news.Position);
        }
        heard.Writer.TryWrite(true);
    }
}
