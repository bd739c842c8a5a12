using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Ledgers;

/// <summary>A tenant's AI money. Every call to a provider is reserved here before it is made, and settled whatever came of it.</summary>
public interface ILedger : IGrainWithStringKey
{
    /// <summary>
    /// Sets aside the most that a call can cost. Asking again for the same attempt gives the same answer until it is settled, unless it was refused;
    /// after that it is refused, as the call would be made a second time.
    /// </summary>
    /// <exception cref="EventSourcing.StoreAwayException">The log is away: whether it is reserved is not known; ask again.</exception>
    Task<LedgerAnswer> Reserve([Immutable] AttemptPlan plan);

    /// <summary>Books what a call cost, in the month it was reserved in, and frees the rest. Telling it again changes nothing.</summary>
    /// <exception cref="EventSourcing.StoreAwayException">The log is away: whether it is settled is not known; tell it again.</exception>
    Task Settle([Immutable] AttemptOutcome outcome);
}
