namespace Campaigns.Domain.Ledgers;

/// <summary>Where a month of AI money stands.</summary>
/// <param name="Month">Which.</param>
/// <param name="Limits">The tenant's, as they are now.</param>
/// <param name="Settled">What is spent.</param>
/// <param name="Reserved">What is set aside.</param>
/// <param name="Open">For how many calls.</param>
/// <param name="Balance">What was spent in all months before, as they were closed.</param>
/// <param name="HeldBy">The call whose overrun keeps others from being begun; null when none does.</param>
/// <param name="Campaigns">Campaigns with a limit, and what counts against it: spent and set aside, in months before too.</param>
public sealed record LedgerStanding(
    LedgerMonth Month,
    AiLimits Limits,
    MicroUsd Settled,
    MicroUsd Reserved,
    int Open,
    MicroUsd Balance,
    AttemptId? HeldBy,
    IReadOnlyList<CampaignStanding> Campaigns
);

/// <summary>Where a campaign with a limit stands.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Limits">How much it may cost.</param>
/// <param name="Committed">What counts against that.</param>
public sealed record CampaignStanding(Campaigns.CampaignId Campaign, AiLimits Limits, MicroUsd Committed);
