using System.Diagnostics;
using System.Diagnostics.Metrics;
using Campaigns.Domain.Publications;

namespace Campaigns.Grains.Telemetry;

/// <summary>What grains tell of themselves. No label holds a tenant, a key or an id: there would be a series for each.</summary>
internal static class GrainTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "Campaigns.Grains";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "campaigns.commands",
        "{command}",
        "Commands by the aggregate that was asked and how they ended. One that asks a second aggregate counts there too."
    );

    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>(
        "campaigns.publication.verdicts",
        "{publication}",
        "Publications that have ended, by how."
    );

    private static readonly Histogram<double> Latenesses = Meter.CreateHistogram(
        "campaigns.publication.lateness",
        "s",
        "From the due time to the begin of the publish call; the first call apart from repeated ones.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 14400],
        }
    );

    private static readonly Counter<long> Deferrals = Meter.CreateCounter<long>(
        "campaigns.publication.deferrals",
        "{deferral}",
        "How often a publication had to wait for something other than its due time, by what."
    );

    private static readonly Counter<long> Rings = Meter.CreateCounter<long>(
        "campaigns.reminders",
        "{ring}",
        "Reminders that rang, by aggregate."
    );

    private static readonly Counter<long> FailedSteps = Meter.CreateCounter<long>(
        "campaigns.saga.failures",
        "{step}",
        "Steps of sagas that failed and will be tried again, by aggregate."
    );

    /// <summary>Spans of what grains do of their own accord.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Whether anybody counts commands.</summary>
    public static bool CountsCommands => Commands.Enabled;

    /// <summary>A command ended.</summary>
    /// <param name="aggregate">The kind of grain that was asked.</param>
    /// <param name="outcome">How.</param>
    public static void Command(string aggregate, Outcome outcome) =>
        Commands.Add(
            1,
            Aggregate(aggregate),
            Pair(
                "campaigns.outcome",
                outcome switch
                {
                    Outcome.Accepted => "accepted",
                    Outcome.Refused => "refused",
                    Outcome.Unavailable => "unavailable",
                    _ => throw new UnreachableException(),
                }
            )
        );

    /// <summary>A publication has ended.</summary>
    public static void Verdict(string verdict) => Verdicts.Add(1, Pair("campaigns.verdict", verdict));

    /// <summary>A publication has to wait.</summary>
    public static void Deferral(DeferralReason because) => Deferrals.Add(1, Pair("campaigns.reason", because.ToString()));

    /// <summary>A publish call begins.</summary>
    /// <param name="late">Since the due time; none when it is early.</param>
    /// <param name="attempt">From 1.</param>
    public static void PublishCall(TimeSpan late, int attempt) =>
        Latenesses.Record(Math.Max(0, late.TotalSeconds), Pair("campaigns.call", attempt == 1 ? "first" : "repeated"));

    /// <summary>A reminder rang.</summary>
    public static void Ring(string aggregate) => Rings.Add(1, Aggregate(aggregate));

    /// <summary>A step failed.</summary>
    public static void FailedStep(string aggregate) => FailedSteps.Add(1, Aggregate(aggregate));

    private static KeyValuePair<string, object?> Aggregate(string aggregate) => Pair("campaigns.aggregate", aggregate);

    private static KeyValuePair<string, object?> Pair(string name, string value) => new(name, value);
}
