using Campaigns.Api.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using GraphQL;

namespace Campaigns.Api.Access;

/// <summary>What a role may do in the tenant.</summary>
/// <param name="Name">As the identity provider names it, without `org:`.</param>
/// <param name="Permissions">All that it may do, alphabetically.</param>
/// <param name="IsDefault">Whether that is what is usual; false: the tenant says so.</param>
[Name("Role")]
public sealed record RoleView(string Name, IReadOnlyList<Permission> Permissions, bool IsDefault)
{
    internal static IReadOnlyList<RoleView> Of(TenantAccess access) =>
        [
            .. Roles
                .Known.Concat(access.Roles.Keys)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(role =>
                    access.Roles.TryGetValue(role, out var said)
                        ? new RoleView(role, Sorted(PermissionIds.OfNames(said)), IsDefault: false)
                        : new RoleView(role, Sorted(Roles.PermissionsOf(role)), IsDefault: true)
                ),
        ];

    internal static IReadOnlyList<Permission> Sorted(IEnumerable<Permission> permissions) =>
        [.. permissions.OrderBy(permission => permission.ToString(), StringComparer.Ordinal)];
}

/// <summary>A key that automation has. Its secret was shown when it was made, and is kept nowhere.</summary>
[Name("ServiceToken")]
public sealed class ServiceTokenView(ServiceTokenId id, ServiceToken token)
{
    /// <summary>Its id.</summary>
    public ServiceTokenId Id => id;

    /// <summary>What it is for.</summary>
    public string Name => token.Name;

    /// <summary>All that it may do, alphabetically.</summary>
    public IReadOnlyList<Permission> Permissions => RoleView.Sorted(PermissionIds.OfNames(token.Permissions));

    /// <summary>Under which name what it does stands in histories.</summary>
    public ActorId Actor => id.Actor;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => token.CreatedAt;

    /// <summary>By whom.</summary>
    public ActorId CreatedBy => token.CreatedBy;

    /// <summary>Until when it is good.</summary>
    public DateTimeOffset ExpiresAt => token.ExpiresAt;
}
