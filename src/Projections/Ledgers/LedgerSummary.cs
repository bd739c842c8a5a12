using Campaigns.Domain.Ledgers;

namespace Campaigns.Projections.Ledgers;

/// <summary>What happened to AI money, in one English sentence for people.</summary>
internal static class LedgerSummary
{
    public static string Of(LedgerEvent happened) =>
        happened switch
        {
            LedgerEvent.Opened e => $"The ledger of AI money for {e.Month} was begun.",
            LedgerEvent.Reserved e => $"{e.Amount} were set aside for a call of {e.Plan.Model.Model}.",
            LedgerEvent.Settled { Basis: CostBasis.Bound } e =>
                $"A call of {e.Attempt.ModelNamed} ({e.Attempt.OutcomeClass}) is taken to have cost the {e.Cost} set aside for it.",
            LedgerEvent.Settled e => $"A call of {e.Attempt.ModelNamed} ({e.Attempt.OutcomeClass}) cost {e.Cost}.",
            LedgerEvent.Released e => $"A call of {e.Attempt.ModelNamed} ({e.Attempt.OutcomeClass}) cost nothing.",
            LedgerEvent.Overrun e =>
                $"A call cost {e.Cost}, more than the {e.Amount} set aside for it: no other is begun until an admin has looked.",
            LedgerEvent.HoldLifted e => $"AI calls may be begun again: “{e.Reason.ReplaceLineEndings(" ")}”",
            LedgerEvent.SoftLimitReached { Campaign: null } e => $"The tenant's soft limit of {e.Limit} for AI was reached.",
            LedgerEvent.SoftLimitReached e => $"The campaign's soft limit of {e.Limit} for AI was reached.",
            LedgerEvent.CampaignLimitsSet e => Of(e.Limits, "The campaign's AI"),
            LedgerEvent.Closed e => $"The ledger of AI money for {e.Left.Month} was closed.",
            _ => "Something happened to the ledger of AI money.",
        };

    public static string Of(AiLimits limits, string whose) =>
        limits switch
        {
            { Hard: { } hard, Soft: { } soft } => $"{whose} may cost {hard}, with a warning at {soft}.",
            { Hard: { } hard } => $"{whose} may cost {hard}.",
            { Soft: { } soft } => $"{whose} has no limit, with a warning at {soft}.",
            _ => $"{whose} has no limit.",
        };
}
