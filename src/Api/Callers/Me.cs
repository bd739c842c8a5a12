using Campaigns.Api.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api;

/// <summary>The person who asks, as their session says it.</summary>
/// <param name="User">The person.</param>
/// <param name="Tenant">The active organisation or, without one, the person's own workspace.</param>
/// <param name="Role">The person's role in the tenant; `personal` in their own workspace.</param>
/// <param name="Permissions">What the person may do in the tenant, alphabetically.</param>
/// <param name="IsOperator">Whether the person operates the system beside that, and may ask for `operations`.</param>
public sealed record Me(ActorId User, TenantId Tenant, string Role, IReadOnlyList<Permission> Permissions, bool IsOperator)
{
    internal static Me From(Caller caller) =>
        new(
            caller.User,
            caller.Tenant,
            caller.Role,
            [.. caller.Permissions.OrderBy(permission => permission.ToString(), StringComparer.Ordinal)],
            caller.IsSuperAdmin
        );
}
