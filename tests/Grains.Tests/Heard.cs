using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Campaigns.Grains.Tests;

/// <summary>Listens to what grains tell of themselves, as an exporter would.</summary>
internal sealed class Heard : IDisposable
{
    private const string Name = "Campaigns.Grains";

    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> numbers = new();
    private readonly ActivityListener listener;
    private readonly MeterListener meters = new();

    public Heard()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        meters.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == Name)
                to.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.Start();
    }

    /// <summary>The spans that have ended and are about a stream.</summary>
    public List<Activity> About(string stream) => [.. spans.Where(span => span.GetTagItem("campaigns.stream") as string == stream)];

    /// <summary>The spans that have ended, by name.</summary>
    public List<Activity> Named(string name) => [.. spans.Where(span => span.OperationName == name)];

    /// <summary>What an instrument was told under certain tags, in order.</summary>
    public List<double> Numbers(string name, string tags = "") =>
        [
            .. numbers
                .Where(number => number.Name == name && number.Tags.Contains(tags, StringComparison.Ordinal))
                .Select(number => number.Value),
        ];

    public void Dispose()
    {
        listener.Dispose();
        meters.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var (name, tag) in tags)
            words.Add($"{name}={tag}");
        numbers.Enqueue((instrument.Name, value, string.Join(' ', words)));
    }
}

/// <summary>Whoever listens hears every cluster of this process: so no other may be at work meanwhile.</summary>
[CollectionDefinition(nameof(HeardAlone), DisableParallelization = true)]
public sealed class HeardAlone;
