using Campaigns.Api.Commands;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api.Ledgers;

/// <summary>How much may be spent on AI in a calendar month (UTC). Money is millionths of a US dollar, as decimal text.</summary>
/// <param name="HardMicroUsd">No call is begun that could lead beyond it; null: no limit.</param>
/// <param name="SoftMicroUsd">Where a warning is given; null: none is.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetAiLimitsInput(string? HardMicroUsd = null, string? SoftMicroUsd = null, CommandId? CommandId = null);

/// <summary>How much a campaign may cost of AI, over all months. Money is millionths of a US dollar, as decimal text.</summary>
/// <param name="CampaignId">Which.</param>
/// <param name="HardMicroUsd">No call is begun that could lead beyond it; null: no limit.</param>
/// <param name="SoftMicroUsd">Where a warning is given; null: none is.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetCampaignAiLimitsInput(
    CampaignId CampaignId,
    string? HardMicroUsd = null,
    string? SoftMicroUsd = null,
    CommandId? CommandId = null
);

/// <summary>AI calls to let go on after an overrun.</summary>
/// <param name="Reason">What was found; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record LiftAiHoldInput(string Reason, CommandId? CommandId = null);

/// <summary>Money set aside for a call that nobody will tell of any more.</summary>
/// <param name="AttemptId">Which call.</param>
/// <param name="Month">The month whose ledger it is in, such as `2026-11`.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record WriteOffAiReservationInput(AttemptId AttemptId, string? Month = null, CommandId? CommandId = null);

/// <summary>What came of a command about AI money.</summary>
/// <param name="Month">Of which month.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record AiBudgetPayload([property: Ignore] LedgerMonth Month, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>Where the month stands now; null when the command was refused.</summary>
    public async Task<AiBudgetView?> Budget([FromServices] Commander commander, [FromServices] IGrainFactory grains) =>
        Receipt is null ? null : new(await grains.LedgerMonth(commander.Tenant, Month).Standing());

    internal static AiBudgetPayload From(LedgerMonth month, Outcome outcome) =>
        outcome.ToPayload((receipt, errors) => new AiBudgetPayload(month, receipt, errors));
}
