using System.Collections.Immutable;

namespace Campaigns.Domain.Tenants;

/// <summary>Who may do what in a tenant, as far as the tenant itself says so. Permissions stand here by their stable names, such as <c>campaign:approve</c>.</summary>
/// <param name="Roles">What the tenant lets a role do; of a role that is not here, the defaults hold.</param>
/// <param name="Tokens">The keys that automation has and that were not revoked; some may have expired.</param>
public sealed record TenantAccess(
    ImmutableDictionary<string, IReadOnlyList<string>> Roles,
    ImmutableDictionary<ServiceTokenId, ServiceToken> Tokens
)
{
    /// <summary>Nothing was said.</summary>
    public static TenantAccess None { get; } =
        new(ImmutableDictionary<string, IReadOnlyList<string>>.Empty, ImmutableDictionary<ServiceTokenId, ServiceToken>.Empty);

    internal TenantAccess After(TenantEvent happened) =>
        happened switch
        {
            TenantEvent.RolePermissionsSet { Permissions: { } permissions } e => this with { Roles = Roles.SetItem(e.Role, permissions) },
            TenantEvent.RolePermissionsSet e => this with { Roles = Roles.Remove(e.Role) },
            TenantEvent.ServiceTokenCreated e => this with { Tokens = Tokens.SetItem(e.Token, e.Described) },
            TenantEvent.ServiceTokenRevoked e => this with { Tokens = Tokens.Remove(e.Token) },
            _ => this,
        };
}

/// <summary>A key that automation has.</summary>
/// <param name="Name">What it is for, in the tenant's words.</param>
/// <param name="Permissions">All that it may do.</param>
/// <param name="Sha256">Of its secret, lower-case hex: the secret itself is kept nowhere.</param>
/// <param name="CreatedAt">Since when, UTC.</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
/// <param name="CreatedBy">Who made it.</param>
public sealed record ServiceToken(
    string Name,
    IReadOnlyList<string> Permissions,
    string Sha256,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    ActorId CreatedBy
);
