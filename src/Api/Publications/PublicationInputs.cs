using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;

namespace Campaigns.Api.Publications;

/// <summary>What every command to an existing publication names.</summary>
internal interface IPublicationInput
{
    /// <summary>Which publication.</summary>
    PublicationId PublicationId { get; }

    /// <summary>Makes repeating safe. Needed, unless the header gives it.</summary>
    CommandId? CommandId { get; }
}

/// <summary>A post to put on the calendar.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="AccountId">On which account.</param>
/// <param name="At">Local date and time, such as `2026-11-24T09:00`, without an offset.</param>
/// <param name="Zone">IANA name of the zone it is local to; null for the tenant's own.</param>
/// <param name="LatePolicy">What holds when it is late; null for what its campaign has set, or else the tenant.</param>
/// <param name="PublicationId">The new publication's id, a UUID; null to derive it from the command id.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SchedulePostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    AccountId AccountId,
    string At,
    string? Zone = null,
    PublicationId? PublicationId = null,
    CommandId? CommandId = null,
    LatePolicyInput? LatePolicy = null
);

/// <summary>A post to publish at once.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="AccountId">On which account.</param>
/// <param name="PublicationId">The new publication's id, a UUID; null to derive it from the command id.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record PublishPostNowInput(
    CampaignId CampaignId,
    ItemId ItemId,
    AccountId AccountId,
    PublicationId? PublicationId = null,
    CommandId? CommandId = null
);

/// <summary>A publication to move.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="At">Local date and time, such as `2026-11-24T09:00`, without an offset.</param>
/// <param name="Zone">IANA name of the zone it is local to; null for the zone it was scheduled in.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReschedulePublicationInput(PublicationId PublicationId, string At, string? Zone = null, CommandId? CommandId = null)
    : IPublicationInput;

/// <summary>A publication to send out at once.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record PublishNowInput(PublicationId PublicationId, CommandId? CommandId = null) : IPublicationInput;

/// <summary>A publication to hold.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record HoldPublicationInput(PublicationId PublicationId, string Reason, CommandId? CommandId = null) : IPublicationInput;

/// <summary>A publication to let go on.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReleasePublicationInput(PublicationId PublicationId, CommandId? CommandId = null) : IPublicationInput;

/// <summary>A decision about a publication that is late.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="Publish">Out now; else not at all.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record DecideLatePublicationInput(PublicationId PublicationId, bool Publish, CommandId? CommandId = null) : IPublicationInput;

/// <summary>A publication to take off the calendar.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CancelPublicationInput(
    PublicationId PublicationId,
    string Reason = "Cancelled by a person.",
    CommandId? CommandId = null
) : IPublicationInput;

/// <summary>A new time to approve.</summary>
/// <param name="PublicationId">Of which publication.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ApprovePublicationInput(PublicationId PublicationId, CommandId? CommandId = null) : IPublicationInput;
