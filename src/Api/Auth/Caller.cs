using Campaigns.Api.GraphQL;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Auth;

/// <summary>Who asks, as a verified session token says it. Everything a request touches belongs to <paramref name="Tenant"/>.</summary>
/// <param name="Tenant">The active organisation or, without one, the user's personal workspace.</param>
/// <param name="User">The person.</param>
/// <param name="Role">The person's role in the tenant.</param>
/// <param name="Permissions">What the person may do there.</param>
public sealed record Caller(TenantId Tenant, ActorId User, string Role, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Whether the person operates the system: sees how it runs, and nothing of other tenants' content.</summary>
    public bool IsSuperAdmin { get; init; }

    /// <summary>Those of <see cref="Permissions"/> that the token itself names, whatever its role may do.</summary>
    public IReadOnlySet<Permission> Claimed { get; init; } = new HashSet<Permission>();

    /// <summary>When the token is not good any more, the clocks' difference allowed for: what goes on longer than a request ends then.</summary>
    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The one check before an operator's field: gives the caller back, or ends the field.</summary>
    /// <exception cref="RequestFailure">FORBIDDEN.</exception>
    public Caller RequireSuperAdmin() => IsSuperAdmin ? this : throw RequestFailure.Forbidden(PermissionIds.Operate);

    /// <summary>Whether the caller may do it.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>The one check before a command: gives the caller back, or ends the field.</summary>
    /// <exception cref="RequestFailure">FORBIDDEN, naming the permission.</exception>
    public Caller Require(Permission permission) => May(permission) ? this : throw RequestFailure.Forbidden(permission.Id());
}
