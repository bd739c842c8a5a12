using Campaigns.Domain.Generations;
using static Campaigns.Domain.Ledgers.LedgerEvent;

namespace Campaigns.Domain.Ledgers;

/// <summary>What people decide about it.</summary>
public static partial class LedgerDecider
{
    /// <summary>So many campaigns of a tenant can have a limit of their own.</summary>
    public const int MostCampaignLimits = 1000;

    /// <summary>What was set aside earlier than this ago belongs to no call that is under way: the longest waits hours for its film.</summary>
    public static readonly TimeSpan YoungestWrittenOff = TimeSpan.FromHours(24);

    /// <summary>Sets how much a campaign may cost.</summary>
    public static Decision<LedgerEvent> SetCampaignLimits(Ledger state, SetCampaignLimits ask)
    {
        if (ask.Limits.Broken is { } refusal)
            return refusal;
        if (state.IsClosed || state.Month is null)
            return Refusal.LedgerClosed;
        var known = state.Budgets.GetValueOrDefault(ask.Campaign)?.Limits ?? AiLimits.None;
        if (known == ask.Limits)
            return [];
        return known == AiLimits.None && state.Budgets.Count >= MostCampaignLimits
            ? Refusal.TooManyCampaignLimits(MostCampaignLimits)
            : [new CampaignLimitsSet(ask.Campaign, ask.Limits)];
    }

    /// <summary>Lets calls be begun again after an overrun.</summary>
    public static Decision<LedgerEvent> LiftHold(Ledger state, LiftHold ask) =>
        TextRule.Check("reason", ask.Reason, 500) is { } refusal ? refusal
        : state.HeldBy is null ? Refusal.LedgerNotHeld
        : [new HoldLifted(ask.Reason)];

    /// <summary>Takes for spent what was set aside for a call that nobody will settle any more: nobody knows that it cost less.</summary>
    public static Decision<LedgerEvent> WriteOff(Ledger state, WriteOffReservation ask, DateTimeOffset now)
    {
        if (!state.Open.TryGetValue(ask.Attempt, out var reservation))
            return state.IsRecent(ask.Attempt) ? [] : Refusal.ReservationNotFound;
        if (now - reservation.At < YoungestWrittenOff)
            return Refusal.ReservationTooYoung(YoungestWrittenOff);
        var record = new AttemptRecord(
            reservation.Plan,
            reservation.At,
            reservation.PriceVersion,
            MeasuredUsage.None,
            TimeSpan.Zero,
            OutcomeClasses.Unclear,
            new(ProblemClass.OutcomeUnknown, "written_off", "Nobody told what came of it."),
            RequestId: null,
            reservation.Plan.Model.Model
        );
        return reservation.Amount == MicroUsd.Zero
            ? [new Released(record, reservation.Amount)]
            : [new Settled(record, reservation.Amount, reservation.Amount, CostBasis.Bound)];
    }
}
