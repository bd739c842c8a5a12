using Campaigns.Api.Commands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api.Reviews;

/// <summary>What came of a command about invitations.</summary>
/// <param name="InviteId">Which; null when it was refused.</param>
/// <param name="Token">
/// What opens the review: put it into a link, best after its `#`, and give that to the reviewer alone. Null when it was refused, or taken back.
/// </param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record InvitePayload(InviteId? InviteId, string? Token, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    internal static InvitePayload From(Outcome outcome, InviteId invite, string? token) =>
        outcome.ToPayload(
            (receipt, errors) =>
                receipt is null ? new InvitePayload(null, null, null, errors) : new InvitePayload(invite, token, receipt, errors)
        );
}

/// <summary>What came of a reviewer's command.</summary>
/// <param name="ItemId">Which post it was about; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record ReviewPayload(ItemId? ItemId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The review as it is now, with this change; null when the command was refused.</summary>
    public async Task<OutsideReview?> Review([FromServices] IGrainFactory grains, [FromServices] Reviewer reviewer, CancellationToken ct) =>
        Receipt is not null && await grains.Reviews(reviewer.Tenant).Open(reviewer.Token, ct) is { } sheet ? new(sheet) : null;

    internal static ReviewPayload From(Outcome? outcome, ItemId item) =>
        outcome is null
            ? throw ReviewDoor.NoReview() // taken back a moment ago
            : outcome.ToPayload((receipt, errors) => new ReviewPayload(receipt is null ? null : item, receipt, errors));
}
