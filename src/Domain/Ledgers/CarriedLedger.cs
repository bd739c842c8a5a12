using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Ledgers;

/// <summary>What a month leaves to the next.</summary>
/// <param name="Month">Which one leaves it.</param>
/// <param name="Balance">What was spent in all months up to its closing. What is settled later counts in its own month alone.</param>
/// <param name="StillOpen">Calls that money is set aside for in it, or in one before it: they are settled there.</param>
/// <param name="Campaigns">Campaigns with a limit, and what counts against it.</param>
public sealed record CarriedLedger(
    LedgerMonth Month,
    MicroUsd Balance,
    IReadOnlyList<AttemptId> StillOpen,
    IReadOnlyList<CampaignBudget> Campaigns
);

/// <summary>A campaign's limit.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Limits">How much it may cost.</param>
/// <param name="Before">What counts against it from months before: spent, or set aside when they were closed.</param>
/// <param name="Warned">Whether its soft limit was reached.</param>
public sealed record CampaignBudget(CampaignId Campaign, AiLimits Limits, MicroUsd Before, bool Warned);
