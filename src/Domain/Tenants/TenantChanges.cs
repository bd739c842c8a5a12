using Campaigns.Domain.History;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tenants;

/// <summary>What an event changed about a tenant's settings.</summary>
public static class TenantChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Tenant before, TenantEvent happened) =>
        Changes.Between(Fields(before), Fields(Tenant.Evolve(before, happened)));

    private static string Told(Tenant tenant) =>
        tenant.Approval switch
        {
            ApprovalPolicy.None => "nobody",
            ApprovalPolicy.External => "an outside reviewer",
            _ => "someone of the tenant",
        } + (tenant.ApprovalVoidedByReschedule ? ", anew for each new time" : "");

    private static IEnumerable<StateField> Fields(Tenant tenant) =>
        [
            new("zone", tenant.Zone),
            new("approvalPolicy", Told(tenant)),
            new("heldBecause", tenant.HeldBecause),
            new("latePolicy", (tenant.Late ?? LatePolicy.Default).InWords),
            new("quietHours", tenant.Quiet is { } quiet ? $"{quiet.From} to {quiet.To}" : null),
            new("aiHardLimit", tenant.Ai.Hard?.ToString()),
            new("aiSoftLimit", tenant.Ai.Soft?.ToString()),
            new("spacing", tenant.Spacing is { } spacing ? Changes.Told(spacing) : null),
            .. tenant.Access.Roles.Select(role => new StateField($"role.{role.Key}", string.Join(", ", role.Value))),
            .. tenant.Access.Tokens.Values.Select(token => new StateField(
                $"serviceToken.{token.Name}",
                string.Join(", ", token.Permissions)
            )),
        ];
}
