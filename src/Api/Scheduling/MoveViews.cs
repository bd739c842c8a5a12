using Campaigns.Api.Commands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains.Scheduling;
using GraphQL;

namespace Campaigns.Api.Scheduling;

/// <summary>One publication of a campaign that is moved.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="From">When it was due.</param>
/// <param name="To">When it is due then, and what was decided where the clock jumps.</param>
/// <param name="State">How far it is.</param>
/// <param name="Error">Why it stays where it is; null when it does not.</param>
[Name("PublicationMove")]
public sealed record PublicationMoveView(
    PublicationId PublicationId,
    PlannedTimeView From,
    PlannedTimeView To,
    MoveState State,
    ICommandError? Error
)
{
    internal static PublicationMoveView Of(PublicationMove move) =>
        new(
            move.Publication,
            PlannedTimeView.Of(move.From),
            PlannedTimeView.Of(move.To),
            move.State,
            move.Refusal is { } refusal ? CommandErrors.From(refusal) : null
        );
}

/// <summary>What came of moving a campaign.</summary>
/// <param name="CampaignId">Which campaign; null when it was refused.</param>
/// <param name="Moves">
/// Each publication that had not ended, the earliest first; of a dry run, what would come of it. What is still `PLANNED` follows by itself.
/// Empty of a command that is repeated after five others.
/// </param>
/// <param name="Receipt">That it is done; null when it was refused, and of a dry run.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record MoveCampaignPayload(
    CampaignId? CampaignId,
    IReadOnlyList<PublicationMoveView> Moves,
    CommandReceipt? Receipt,
    IReadOnlyList<ICommandError> Errors
)
{
    internal static MoveCampaignPayload From(MoveAnswer answer, CampaignId campaign, bool dryRun) =>
        answer.Outcome.ToPayload(
            (receipt, errors) =>
                new MoveCampaignPayload(
                    receipt is null ? null : campaign,
                    [.. answer.Move?.Moves.Select(PublicationMoveView.Of) ?? []],
                    dryRun ? null : receipt,
                    errors
                )
        );
}
