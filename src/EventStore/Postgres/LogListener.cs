using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Hears of appends by any silo, on a connection of its own that is opened for the first subscriber.</summary>
internal sealed class LogListener(NpgsqlDataSource source, PostgresEventStoreOptions options, ILogger log) : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new(); // has no timer, hence nothing to dispose of
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? running;

    /// <summary>Completes with the next append. Take it before looking at the log, or the append in between goes unheard.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                running ??= Start();
                return next.Task;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        if (running is not null)
            await running;
    }

    // Off the context of whoever happens to subscribe first: what is heard belongs to no request.
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(Run);
    }

    private async Task Run()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await Listen();
            }
            catch (Exception ended) // whatever it was: subscribers go on polling
            {
                if (!closing.IsCancellationRequested)
                    log.LogInformation(ended, "Notifications of the event log are interrupted; subscribers poll.");
                await Task.Delay(options.PollEvery, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen()
    {
        await using var connection = await source.OpenConnectionAsync(closing.Token);
        connection.Notification += (_, _) => Wake();
        await using (var listen = new NpgsqlCommand("listen campaigns_log", connection))
            await listen.ExecuteNonQueryAsync(closing.Token);
        Wake(); // for what was appended before we listened
        while (true)
            await connection.WaitAsync(closing.Token);
    }

    private void Wake()
    {
        TaskCompletionSource heard;
        lock (gate)
            (heard, next) = (next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        heard.SetResult();
    }
}
