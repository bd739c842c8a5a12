using Campaigns.Api.Publications;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Api.Scheduling;

/// <summary>A time of the week.</summary>
/// <param name="Weekday">On which day.</param>
/// <param name="At">Time of the day on the wall, such as `09:30`.</param>
public sealed record WeeklySlotInput(Weekday Weekday, string At);

/// <summary>When an account likes to publish.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="Slots">All of them, at most 70; empty takes them away.</param>
/// <param name="Zone">IANA name of the zone whose wall clock is meant; null for the tenant's own.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetWeeklySlotsInput(
    AccountId AccountId,
    IReadOnlyList<WeeklySlotInput> Slots,
    string? Zone = null,
    CommandId? CommandId = null
);

/// <summary>A post to put into the next free slot of an account's week.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="AccountId">On which account.</param>
/// <param name="PublicationId">The new publication's id, a UUID; null to derive it from the command id.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
/// <param name="LatePolicy">What holds when it is late; null for what the tenant has set.</param>
public sealed record ScheduleIntoNextSlotInput(
    CampaignId CampaignId,
    ItemId ItemId,
    AccountId AccountId,
    PublicationId? PublicationId = null,
    CommandId? CommandId = null,
    LatePolicyInput? LatePolicy = null
);
