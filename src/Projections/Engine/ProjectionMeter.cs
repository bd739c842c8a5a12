using System.Diagnostics;
using System.Diagnostics.Metrics;
using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>What the projections tell of themselves: figures and spans. Whoever wants to, listens.</summary>
public static class ProjectionMeter
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "Campaigns.Projections";

    private const int MostLinks = 32;

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Spans = new(Name);

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "campaigns.projection.events",
        "{event}",
        "Events taken in, parked ones too"
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "campaigns.projection.batch.duration",
        "s",
        "From a batch's first statement to its commit"
    );

    private static IReadOnlyList<ProjectionStatus> standing = [];

    static ProjectionMeter()
    {
        Meter.CreateObservableGauge(
            "campaigns.projection.lag",
            () => standing.Select(one => new Measurement<double>(one.Lag.TotalSeconds, Tag(one.Name))),
            "s",
            "How long the oldest event that was not taken in has been waiting"
        );
        Meter.CreateObservableGauge(
            "campaigns.projection.parked",
            () => standing.Select(one => new Measurement<long>(one.Parked, Tag(one.Name))),
            "{event}",
            "Events that could not be taken in"
        );
    }

    /// <summary>What the gauges show from now on. Nothing, where another process is the runner: each figure has one source.</summary>
    internal static void Show(IReadOnlyList<ProjectionStatus> now) => Volatile.Write(ref standing, now);

    /// <summary>Watches a batch until it is disposed of.</summary>
    internal static Watched Watch(IReadOnlyList<Build> builds, IReadOnlyList<RecordedEvent> events) => new(builds, events);

    private static KeyValuePair<string, object?> Tag(string projection) => new("projection", projection);

    /// <summary>A batch on its way.</summary>
    internal sealed class Watched : IDisposable
    {
        private readonly IReadOnlyList<Build> builds;
        private readonly IReadOnlyList<RecordedEvent> events;
        private readonly Activity? span;
        private readonly long began = Stopwatch.GetTimestamp();
        private bool isIn;

        public Watched(IReadOnlyList<Build> builds, IReadOnlyList<RecordedEvent> events)
        {
            (this.builds, this.events) = (builds, events);
            span = Spans.HasListeners() ? Begin(builds, events) : null;
        }

        /// <summary>The batch is committed: only then do its events count.</summary>
        public void Committed()
        {
            isIn = true;
            foreach (var build in builds)
                Events.Add(events.Count, Tag(build.Name));
        }

        /// <summary>It was not: its span says so, and why.</summary>
        public void Failed(Exception why)
        {
            span?.SetTag("error.type", why.GetType().FullName);
            span?.SetStatus(ActivityStatusCode.Error, why.Message);
        }

        public void Dispose()
        {
            if (isIn)
                Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            span?.Dispose();
        }

        private static Activity? Begin(IReadOnlyList<Build> builds, IReadOnlyList<RecordedEvent> events)
        {
            // A batch follows from many requests, so it is a trace of its own that names them.
            var links = events
                .Select(recorded => recorded.Metadata.TraceParent)
                .Distinct()
                .Select(parent => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default)
                .Where(context => context != default)
                .Take(MostLinks)
                .Select(context => new ActivityLink(context));
            var span = Spans.StartActivity(ActivityKind.Consumer, parentContext: default, links: links, name: "project");
            span?.SetTag("campaigns.projection.builds", builds.Count);
            span?.SetTag("campaigns.projection.events", events.Count);
            span?.SetTag("campaigns.log.position", events[^1].Position.ToString());
            return span;
        }
    }
}
