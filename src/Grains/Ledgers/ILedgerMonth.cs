using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Ledgers;

/// <summary>
/// One month of a tenant's AI money. The first command begins it, and so closes the one before. What was set aside in a month is settled there,
/// also when it is told to a later one.
/// </summary>
public interface ILedgerMonth : IGrainWithStringKey
{
    /// <summary>As <see cref="ILedger.Reserve"/>; refused with <c>ledger.closed</c> once the next month was begun.</summary>
    Task<LedgerAnswer> Reserve([Immutable] AttemptPlan plan);

    /// <summary>As <see cref="ILedger.Settle"/>.</summary>
    Task Settle([Immutable] AttemptOutcome outcome);

    /// <summary>Ends it; what it leaves to the next.</summary>
    Task<CarriedLedger> Close();

    /// <summary>Sets how much a campaign may cost.</summary>
    Task<Outcome> SetCampaignLimits(SetCampaignLimits ask, CommandContext by);

    /// <summary>Lets calls be begun again after an overrun.</summary>
    Task<Outcome> LiftHold(LiftHold ask, CommandContext by);

    /// <summary>Takes for spent what was set aside for a call that nobody will settle any more.</summary>
    Task<Outcome> WriteOff(WriteOffReservation ask, CommandContext by);

    /// <summary>Where it stands now, from the log itself.</summary>
    Task<LedgerStanding> Standing();
}
