using System.Text.Json.Serialization;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>
/// What came of a call that money was reserved for. A failed one may cost as well: what was measured is paid. Where nothing was measured, a call
/// of which it is certain that nothing happened (<see cref="OutcomeClasses.NothingHappened"/>) costs nothing, and any other its whole reservation.
/// </summary>
/// <param name="Attempt">As it was reserved.</param>
/// <param name="Usage">As the provider measured it.</param>
/// <param name="Latency">From asking to the answer; of an operation, to its end.</param>
/// <param name="OutcomeClass">One of <see cref="OutcomeClasses"/>.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="RequestId">The provider's own id of the call; null when it gave none.</param>
/// <param name="ModelNamed">The model as the reply named it.</param>
/// <param name="Month">As <see cref="LedgerAnswer.Granted"/> named it; null to have it looked for.</param>
public sealed record AttemptOutcome(
    AttemptId Attempt,
    MeasuredUsage Usage,
    TimeSpan Latency,
    string OutcomeClass,
    Problem? Problem,
    string? RequestId,
    string ModelNamed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LedgerMonth? Month = null
);

/// <summary>How a call to a provider ended, in one word: the cases of <see cref="Reply{T}"/>, and two more.</summary>
public static class OutcomeClasses
{
    /// <summary>It was answered.</summary>
    public const string Done = "done";

    /// <summary>Not now; nothing happened.</summary>
    public const string Busy = "busy";

    /// <summary>It will not take what was sent; nothing happened.</summary>
    public const string Rejected = "rejected";

    /// <summary>The way there was broken; nothing happened.</summary>
    public const string Broken = "broken";

    /// <summary>It may have happened.</summary>
    public const string Unclear = "unclear";

    /// <summary>It was stopped by us; what it cost until then may not be known.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Whether a call that ended so used nothing unless the provider measured it.</summary>
    public static bool NothingHappened(string outcomeClass) => outcomeClass is Busy or Rejected or Broken;
}
