using System.Text.Json;
using Campaigns.Domain;

namespace Campaigns.Integrations.Rube;

/// <summary>What a tool's failure means for what was asked of it.</summary>
internal static class GraphVerdict
{
    private static readonly GraphMeaning Unheard = new(ProblemClass.OutcomeUnknown, "Instagram gave an error that is not known here.");

    public static Reply<JsonElement> On(GraphError error, Effect effect)
    {
        var known = GraphErrors.MeaningOf(error);
        if (known is null)
            ProviderTelemetry.UnknownError("instagram", error.ToString());
        var meaning = known ?? Unheard;
        var problem = new Problem(meaning.Class, error.ToString(), meaning.Message);
        return effect switch
        {
            Effect.Publishes => OnPublishing(problem, meaning.RetryAfter),
            Effect.Creates when problem.Class is ProblemClass.ContainerGone => Passing(problem, meaning.RetryAfter), // a new one is what is asked for
            _ => OnHarmless(problem, meaning.RetryAfter),
        };
    }

    /// <summary>Why a container failed: in its media, which another container would not mend, or else in the container itself.</summary>
    public static Problem OnSpoiled(GraphError error)
    {
        var known = GraphErrors.MeaningOf(error);
        if (known is null)
            ProviderTelemetry.UnknownError("instagram", error.ToString());
        return known is { Class: ProblemClass.ContentRejected or ProblemClass.MediaUnprocessable or ProblemClass.MediaUnreachable }
            ? new(known.Class, error.ToString(), known.Message)
            : new(ProblemClass.ContainerGone, error.ToString(), known?.Message ?? "The container failed at Instagram.");
    }

    /// <summary>
    /// Only an error that says in so many numbers that nothing went out is believed. One about a missing container is not: a container that
    /// was published a moment ago may be missing as well.
    /// </summary>
    private static Reply<JsonElement> OnPublishing(Problem problem, TimeSpan? wait) =>
        problem.Class switch
        {
            ProblemClass.NotReady or ProblemClass.ContainerBusy => new Reply<JsonElement>.Busy(problem, wait),
            ProblemClass.Throttled or ProblemClass.QuotaReached or ProblemClass.AccountBlocked => new Reply<JsonElement>.Busy(
                problem,
                wait
            ),
            ProblemClass.ContentRejected or ProblemClass.AccountBroken => new Reply<JsonElement>.Rejected(problem),
            ProblemClass.AlreadyPublished => new Reply<JsonElement>.Unclear(problem),
            _ => new Reply<JsonElement>.Unclear(problem with { Class = ProblemClass.OutcomeUnknown }),
        };

    private static Reply<JsonElement> OnHarmless(Problem problem, TimeSpan? wait) =>
        problem.Class switch
        {
            // Without any number it is the way there that stammers; a number that is not known here may mean anything.
            ProblemClass.OutcomeUnknown when problem.Code == GraphError.Unknown.ToString() => Passing(problem, wait),
            ProblemClass.OutcomeUnknown or ProblemClass.AlreadyPublished => new Reply<JsonElement>.Busy(
                problem with
                {
                    Class = ProblemClass.Unfamiliar,
                },
                wait
            ),
            ProblemClass.ContentRejected or ProblemClass.AccountBroken or ProblemClass.Misconfigured or ProblemClass.ContainerGone =>
                new Reply<JsonElement>.Rejected(problem),
            _ => new Reply<JsonElement>.Busy(problem, wait),
        };

    private static Reply<JsonElement>.Busy Passing(Problem problem, TimeSpan? wait) =>
        new(problem with { Class = ProblemClass.Transient }, wait);
}
