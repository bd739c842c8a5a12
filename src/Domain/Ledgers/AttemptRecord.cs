using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>A call to a provider, from beginning to end. Nothing of what was asked or answered is in it.</summary>
/// <param name="Plan">What was to be done, for whom, by which model.</param>
/// <param name="ReservedAt">When money was set aside for it, UTC.</param>
/// <param name="PriceVersion">Of the price book that its cost was reckoned with.</param>
/// <param name="Usage">As the provider measured it.</param>
/// <param name="Latency">From asking to the answer.</param>
/// <param name="OutcomeClass">One of <see cref="OutcomeClasses"/>.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="RequestId">The provider's own id of the call; null when it gave none.</param>
/// <param name="ModelNamed">The model as the reply named it.</param>
public sealed record AttemptRecord(
    AttemptPlan Plan,
    DateTimeOffset ReservedAt,
    string PriceVersion,
    MeasuredUsage Usage,
    TimeSpan Latency,
    string OutcomeClass,
    Problem? Problem,
    string? RequestId,
    string ModelNamed
);

/// <summary>How it is known what a call cost.</summary>
public enum CostBasis
{
    /// <summary>The provider said what it charges.</summary>
    Charged,

    /// <summary>The provider measured what was used, and the price book says what that costs.</summary>
    Measured,

    /// <summary>Nobody knows: what had been set aside is taken for spent.</summary>
    Bound,
}
