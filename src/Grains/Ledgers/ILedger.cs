using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Ledgers;

/// <summary>A tenant's AI money. Every call to a provider is reserved here before it is made, and settled whatever came of it.</summary>
public interface ILedger : IGrainWithStringKey
{
    /// <summary>Sets aside the most that a call can cost. Asking again for the same attempt gives the same answer, unless it was refused.</summary>
    /// <exception cref="EventSourcing.StoreAwayException">The log is away: whether it is reserved is not known; ask again.</exception>
    Task<LedgerAnswer> Reserve(AttemptPlan plan);

    /// <summary>
    /// Books what a call cost, in the month it was reserved in, and frees the rest. Telling it again changes nothing; an attempt that nobody
    /// reserved is an error of the caller.
    /// </summary>
    /// <exception cref="EventSourcing.StoreAwayException">The log is away: whether it is settled is not known; tell it again.</exception>
    /// <exception cref="KeyNotFoundException">Nobody reserved it.</exception>
    Task Settle(AttemptOutcome outcome);
}
