using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Ledgers;

/// <summary>Sets how much a campaign may cost.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Limits">How much; none to take its limits away.</param>
public sealed record SetCampaignLimits(CampaignId Campaign, AiLimits Limits);

/// <summary>Lets calls be begun again after an overrun.</summary>
/// <param name="Reason">What was found; 1 to 500 characters.</param>
public sealed record LiftHold(string Reason);

/// <summary>Takes for spent what was set aside for a call that nobody will settle any more.</summary>
/// <param name="Attempt">Which call.</param>
public sealed record WriteOffReservation(AttemptId Attempt);
