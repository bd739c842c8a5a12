namespace Campaigns.Silo.Hosting;

/// <summary>
/// The first step of stopping: nothing stops yet. <c>/health/ready</c> says no from now on, and requests that still come are answered, until
/// whoever hands them out has had the time to look. Then the server lets its requests finish, grains hand over, and the log is written out.
/// </summary>
internal sealed class Draining(TimeSpan delay, TimeProvider clock, ILogger<Draining> logger) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        logger.LogInformation("Told to stop; still answering for {Delay} s", delay.TotalSeconds);
        await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Adds it.</summary>
internal static class DrainingSetup
{
    /// <summary>After the delay: for requests and grains to finish what they are at. Who stops us waits a little longer before he insists.</summary>
    private static readonly TimeSpan ForWork = TimeSpan.FromSeconds(9);

    public static void AddDraining(this WebApplicationBuilder builder, TimeSpan delay)
    {
        builder.Host.ConfigureHostOptions(options => options.ShutdownTimeout = delay + ForWork);
        builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<Draining>(services, delay));
    }
}
