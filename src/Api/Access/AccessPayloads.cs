using Campaigns.Api.Commands;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;

namespace Campaigns.Api.Access;

/// <summary>What came of a command about a role.</summary>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Roles">What each role may do now; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record RolesPayload(CommandReceipt? Receipt, IReadOnlyList<RoleView>? Roles, IReadOnlyList<ICommandError> Errors)
{
    internal static RolesPayload From(Outcome outcome, Tenant now) =>
        outcome.ToPayload((receipt, errors) => new RolesPayload(receipt, receipt is null ? null : RoleView.Of(now.Access), errors));
}

/// <summary>What came of a command about a service token.</summary>
/// <param name="TokenId">Which; null when it was refused.</param>
/// <param name="Secret">
/// What to send as a bearer token: shown this once. Null when the command gives none, and when it was carried out before: revoke the token and
/// make another if that answer was lost.
/// </param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record ServiceTokenPayload(
    ServiceTokenId? TokenId,
    string? Secret,
    CommandReceipt? Receipt,
    IReadOnlyList<ICommandError> Errors
)
{
    internal static ServiceTokenPayload From(Outcome outcome, ServiceTokenId id, string? secret = null) =>
        outcome.ToPayload(
            (receipt, errors) => new ServiceTokenPayload(receipt is null ? null : id, receipt is null ? null : secret, receipt, errors)
        );
}
