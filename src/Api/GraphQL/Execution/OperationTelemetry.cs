using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphQL;
using GraphQL.DI;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>
/// Tells of each operation: a span with its name and type, and how long it took. The document and its variables are content, and stay out.
/// A subscription's span ends when it has begun.
/// </summary>
internal sealed class OperationTelemetry : IConfigureExecution
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "Campaigns.Api";

    private const int LongestName = 100;

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "campaigns.graphql.duration",
        "s",
        "GraphQL operations, by type and outcome.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        }
    );

    /// <summary>
    /// Begins a trace for one of many operations that come by one request, linked to that of the request, which may be open for days.
    /// Without anybody who listens it has an id all the same.
    /// </summary>
    public static Activity BeginTrace()
    {
        var request = Activity.Current;
        Activity.Current = null; // else it would be a part of the request's
        ActivityLink[] links = request is null ? [] : [new(request.Context)];
        return Source.StartActivity("websocket operation", ActivityKind.Server, default(ActivityContext), tags: null, links)
            ?? new Activity("websocket operation").Start();
    }

    // Before everything else, so that all of it is within the span.
    public float SortOrder => -100;

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next) =>
        Source.HasListeners() || Durations.Enabled ? Watch(options, next) : next(options);

    private static async Task<ExecutionResult> Watch(ExecutionOptions options, ExecutionDelegate next)
    {
        using var span = Source.StartActivity("graphql", ActivityKind.Internal);
        var begun = Stopwatch.GetTimestamp();
        var (type, outcome) = ("unknown", "threw");
        try
        {
            var result = await next(options);
            (type, outcome) = (TypeOf(result), OutcomeOf(result));
            if (span is not null)
                Describe(span, result, type, outcome);
            return result;
        }
        finally
        {
            Durations.Record(
                Stopwatch.GetElapsedTime(begun).TotalSeconds,
                new("graphql.operation.type", type),
                new KeyValuePair<string, object?>("campaigns.outcome", outcome)
            );
        }
    }

    private static void Describe(Activity span, ExecutionResult result, string type, string outcome)
    {
        span.DisplayName = type;
        span.SetTag("graphql.operation.type", type).SetTag("campaigns.outcome", outcome);
        if (result.Operation?.Name?.StringValue is { } name)
            span.SetTag("graphql.operation.name", name.Length <= LongestName ? name : name[..LongestName]);
        if (outcome is not "ok")
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static string TypeOf(ExecutionResult result) =>
        result.Operation?.Operation switch
        {
            GraphQLParser.AST.OperationType.Query => "query",
            GraphQLParser.AST.OperationType.Mutation => "mutation",
            GraphQLParser.AST.OperationType.Subscription => "subscription",
            _ => "unknown",
        };

    private static string OutcomeOf(ExecutionResult result) =>
        !result.Executed ? "rejected"
        : result.Errors is { Count: > 0 } ? "errors"
        : "ok";
}
