using System.Diagnostics;
using System.Diagnostics.Metrics;
using Campaigns.Domain;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations;

/// <summary>What is told of calls to the outside: a span and a duration each, by provider, operation and outcome. Never what was sent or answered.</summary>
internal static class ProviderTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "Campaigns.Integrations";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "campaigns.provider.duration",
        "s",
        "Calls to providers, retries of seconds among them.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] }
    );

    private static readonly Counter<long> UnknownErrors = Meter.CreateCounter<long>(
        "campaigns.provider.unknown_errors",
        "{error}",
        "Errors that no table of ours has: look them up, and give them a line."
    );

    /// <summary>An error came that is not known here; it is treated with caution.</summary>
    /// <param name="provider">Whose.</param>
    /// <param name="code">Its numbers: the provider's own, of which there are few.</param>
    public static void UnknownError(string provider, string code) =>
        UnknownErrors.Add(1, new("campaigns.provider", provider), new KeyValuePair<string, object?>("campaigns.problem", code));

    /// <summary>Makes a call, and tells how it went.</summary>
    /// <param name="provider">Such as <c>gemini</c>.</param>
    /// <param name="operation">What is asked of it, in our words; one of a few.</param>
    /// <param name="call">The call itself.</param>
    public static Task<Reply<T>> Watch<T>(string provider, string operation, Func<Task<Reply<T>>> call) =>
        Watch(provider, operation, null, call, Look);

    /// <summary>Asks a model, and tells how it went.</summary>
    /// <param name="provider">Such as <c>gemini</c>.</param>
    /// <param name="operation">What is asked of it, in our words; one of a few.</param>
    /// <param name="model">As it was asked for: configuration names few.</param>
    /// <param name="call">The call itself.</param>
    public static Task<Attempted<T>> Watch<T>(string provider, string operation, string model, Func<Task<Attempted<T>>> call) =>
        Watch(provider, operation, model, call, attempted => Look(attempted.Reply));

    private static async Task<TAnswer> Watch<TAnswer>(
        string provider,
        string operation,
        string? model,
        Func<Task<TAnswer>> call,
        Func<TAnswer, (string Outcome, Problem? Problem)> look
    )
    {
        using var span = Source.StartActivity($"{provider} {operation}", ActivityKind.Client);
        var begun = Stopwatch.GetTimestamp();
        var (outcome, problem) = ("threw", (Problem?)null);
        try
        {
            var answer = await call();
            (outcome, problem) = look(answer);
            return answer;
        }
        finally
        {
            var tags = new TagList
            {
                { "campaigns.provider", provider },
                { "campaigns.operation", operation },
                { "campaigns.outcome", outcome },
            };
            if (model is not null)
                tags.Add("campaigns.model", model);
            if (problem is not null)
                tags.Add("error.type", problem.Class.ToString());
            Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
            if (span is { IsAllDataRequested: true })
                Describe(span, tags, outcome, problem);
        }
    }

    private static void Describe(Activity span, TagList tags, string outcome, Problem? problem)
    {
        foreach (var (name, value) in tags)
            span.SetTag(name, value);
        if (problem is not null)
            span.SetTag("campaigns.problem", problem.Code); // the outside's own code, no words of it
        if (outcome is not "done")
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static (string Outcome, Problem? Problem) Look<T>(Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Done => ("done", null),
            Reply<T>.Busy busy => ("busy", busy.Problem),
            Reply<T>.Rejected rejected => ("rejected", rejected.Problem),
            Reply<T>.Broken broken => ("broken", broken.Problem),
            Reply<T>.Unclear unclear => ("unclear", unclear.Problem),
            _ => throw new UnreachableException(),
        };
}
