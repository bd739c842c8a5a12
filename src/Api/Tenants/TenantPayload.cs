using Campaigns.Api.Commands;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api.Tenants;

/// <summary>What came of a command to the tenant.</summary>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record TenantPayload(CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The tenant as it is now, with this change; null when the command was refused.</summary>
    public async Task<TenantView?> Tenant([FromServices] TenantLookup tenant, CancellationToken ct) =>
        Receipt is { } receipt ? await tenant.Find(receipt.Position, ct) : null;

    internal static TenantPayload From(Outcome outcome) => outcome.ToPayload((receipt, errors) => new TenantPayload(receipt, errors));
}
