using System.Diagnostics.Metrics;
using Campaigns.Silo.Sweep;

namespace Campaigns.Silo.Telemetry;

/// <summary>What the sweep found last, for whoever asks. Each silo sweeps the whole table: the numbers of several are not to be added.</summary>
internal sealed class SweepMetrics : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Campaigns.Silo";

    private readonly Meter meter;

    public SweepMetrics(DueSweep sweep, IMeterFactory meters, TimeProvider clock)
    {
        meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "campaigns.due.backlog",
            () => Of(sweep, last => (long)last.Seen),
            "{publication}",
            "Publications that are due within the hour, or overdue, as of the last sweep."
        );
        meter.CreateObservableGauge(
            "campaigns.due.woken",
            () => Of(sweep, last => (long)last.Woken),
            "{publication}",
            "How many of them the last sweep woke."
        );
        meter.CreateObservableGauge(
            "campaigns.due.sweep.age",
            () => Of(sweep, last => (clock.GetUtcNow() - last.At).TotalSeconds),
            "s",
            "Since the last sweep went through: more than some minutes, and what is due is not woken."
        );
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();

    // Before the first sweep there is nothing to tell.
    private static IEnumerable<Measurement<T>> Of<T>(DueSweep sweep, Func<SweepReport, T> tell)
        where T : struct => sweep.Last is { } last ? [new(tell(last))] : [];
}
