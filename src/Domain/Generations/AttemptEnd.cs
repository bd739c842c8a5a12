using Campaigns.Domain.Ledgers;

namespace Campaigns.Domain.Generations;

/// <summary>How a call to a model ended, and what it brought.</summary>
/// <param name="OutcomeClass">One of <see cref="OutcomeClasses"/>.</param>
/// <param name="ModelNamed">The model as the reply named it.</param>
/// <param name="Usage">As the provider measured it.</param>
/// <param name="Latency">From asking to the end.</param>
/// <param name="RequestId">The provider's own id of the call; null when it gave none.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="RetryAfter">How long the provider wishes to be left alone.</param>
public sealed record AttemptEnd(
    string OutcomeClass,
    string ModelNamed,
    MeasuredUsage Usage,
    TimeSpan Latency,
    string? RequestId = null,
    Problem? Problem = null,
    TimeSpan? RetryAfter = null
)
{
    /// <summary>What came of it; null when nothing did.</summary>
    public GenerationResult? Result { get; init; }

    /// <summary>What is wrong with the answer; null when it is what was ordered.</summary>
    public FaultyAnswer? Faulty { get; init; }

    /// <summary>A call whose answer nobody can know any more: it died with the process that made it.</summary>
    public static AttemptEnd Lost(ModelChoice model, TimeSpan since)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(
            OutcomeClasses.Unclear,
            model.Model,
            MeasuredUsage.None,
            since,
            Problem: new(
                ProblemClass.OutcomeUnknown,
                "lost_with_process",
                "The process that made the call ended before the answer came: whether the provider made anything, and bills it, is not known."
            )
        );
    }
}

/// <summary>An answer that does not fit what was ordered.</summary>
/// <param name="Answer">As it came.</param>
/// <param name="Faults">What is wrong, a sentence each.</param>
/// <param name="Usable">What of it can be used; null when nothing.</param>
public sealed record FaultyAnswer(string Answer, IReadOnlyList<string> Faults, GenerationResult? Usable);
