using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Campaigns.EventStore.Postgres;

/// <summary>
/// What the log tells of its appends: a span each, and how long they and their batches took. While nobody listens nothing is measured and
/// no span is made.
/// </summary>
internal static class AppendTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "Campaigns.EventStore";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "campaigns.append.duration",
        "s",
        "From the call to the acknowledgement, by outcome.",
        advice: Seconds
    );

    private static readonly Histogram<double> BatchDurations = Meter.CreateHistogram(
        "campaigns.append.batch.duration",
        "s",
        "From sending a batch to the database's answer.",
        advice: Seconds
    );

    private static readonly Histogram<long> BatchSizes = Meter.CreateHistogram(
        "campaigns.append.batch.size",
        "{event}",
        "Events that went to the database as one statement.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] }
    );

    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "campaigns.append.conflicts",
        "{append}",
        "Appends to a stream that had moved on: somebody else was first."
    );

    private static InstrumentAdvice<double> Seconds { get; } =
        new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] };

    /// <summary>Whether anybody wants to know of appends.</summary>
    public static bool IsWatched => Source.HasListeners() || Durations.Enabled;

    /// <summary>Whether anybody wants to know of batches.</summary>
    public static bool BatchesAreWatched => BatchDurations.Enabled || BatchSizes.Enabled;

    /// <summary>Carries out an append, and tells how it went.</summary>
    public static async Task<Appended> Watch(StreamName stream, int events, Func<Task<Appended>> append)
    {
        using var span = Source.StartActivity("append", ActivityKind.Client);
        span?.SetTag("campaigns.stream", stream.Value).SetTag("campaigns.events", events);
        var begun = Stopwatch.GetTimestamp();
        var outcome = "committed";
        try
        {
            var appended = await append();
            span?.SetTag("campaigns.position", appended.Position.ToString());
            return appended;
        }
        catch (Exception e)
        {
            outcome = Word(e);
            span?.SetTag("error.type", outcome).SetStatus(ActivityStatusCode.Error);
            if (e is StreamMovedException)
                Conflicts.Add(1);
            throw;
        }
        finally
        {
            Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("campaigns.outcome", outcome));
        }
    }

    /// <summary>Takes note of a batch that the database has answered.</summary>
    public static void Batch(IReadOnlyList<PendingAppend> batch, TimeSpan took)
    {
        BatchDurations.Record(took.TotalSeconds);
        BatchSizes.Record(batch.Sum(append => (long)append.Events.Length));
    }

    private static string Word(Exception e) =>
        e switch
        {
            StreamMovedException => "moved",
            EventStoreUnavailableException => "unavailable",
            OperationCanceledException => "abandoned",
            _ => "refused",
        };
}
