using System.Diagnostics;

namespace Campaigns.Grains.Telemetry;

/// <summary>
/// Which trace a saga's steps belong to. A step goes on in the trace of whoever armed it: a reminder, a command, the step before. A trace
/// that has lasted is left for a new one, which links back, as it does to the request that set the saga in motion days ago: a trace without
/// end could not be read.
/// </summary>
internal sealed class SagaTrace(string aggregate)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private ActivityContext armedBy;
    private ActivityTraceId trace;
    private DateTimeOffset since;

    /// <summary>What is under way now will lead to the next step.</summary>
    public void Arm()
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } current)
            armedBy = current.Context;
    }

    /// <summary>A step's span; null while nobody listens. Of what is under way only <see cref="Arm"/> takes note: a timer's tick is no cause.</summary>
    /// <param name="stream">What the saga is about.</param>
    /// <param name="origin">W3C trace context of the request that set it in motion.</param>
    /// <param name="now">UTC.</param>
    public Activity? Begin(string stream, string? origin, DateTimeOffset now)
    {
        if (!GrainTelemetry.Source.HasListeners())
            return null;
        var before = armedBy;
        var goesOn = before != default && (before.TraceId != trace || now - since < Longest);
        List<ActivityLink> links = goesOn || before == default ? [] : [new(before)];
        if (ActivityContext.TryParse(origin, null, isRemote: true, out var first) && first.TraceId != before.TraceId)
            links.Add(new(first));
        Activity.Current = null; // or it would become the parent of a step that has none
        var step = GrainTelemetry.Source.StartActivity(
            ActivityKind.Internal,
            goesOn ? before : default,
            links: links,
            name: $"step {aggregate}"
        );
        step?.SetTag("campaigns.stream", stream);
        if (step is not null && step.TraceId != trace)
            (trace, since) = (step.TraceId, now);
        return step;
    }
}
