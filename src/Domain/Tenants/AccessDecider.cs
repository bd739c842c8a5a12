using System.Text.RegularExpressions;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tenants;

/// <summary>Every choice about who may do what in a tenant.</summary>
public static partial class AccessDecider
{
    /// <summary>The role that can always change settings.</summary>
    public const string AdminRole = "admin";

    /// <summary>What that role always keeps.</summary>
    public static readonly IReadOnlyList<string> KeptByAdmins = ["tenant:view", "tenant:manage"];

    /// <summary>What people alone may do.</summary>
    public static readonly IReadOnlyList<string> NeverOfTokens = ["tenant:manage", "tenant:erase"];

    /// <summary>How many roles a tenant sets.</summary>
    public const int MostRoles = 30;

    /// <summary>How many keys a tenant has, expired ones that were not revoked among them.</summary>
    public const int MostTokens = 50;

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>Sets what a role may do.</summary>
    public static Decision<TenantEvent> SetRole(Tenant state, SetRolePermissions ask)
    {
        if (!RoleName.IsMatch(ask.Role))
            return Refusal.RoleMalformed;
        if (ask.Permissions is { } wanted && !IsSet(wanted))
            return Refusal.PermissionsMalformed;
        if (ask is { Role: AdminRole, Permissions: { } admins } && !KeptByAdmins.All(admins.Contains))
            return Refusal.AdminsLockedOut;
        var standing = state.Access.Roles.GetValueOrDefault(ask.Role);
        if (standing is null && ask.Permissions is not null && state.Access.Roles.Count >= MostRoles)
            return Refusal.TooManyRoles(MostRoles);
        return (standing, ask.Permissions) switch
        {
            (null, null) => [],
            ({ } had, { } gets) when had.ToHashSet().SetEquals(gets) => [],
            _ => [new RolePermissionsSet(ask.Role, ask.Permissions?.Order(StringComparer.Ordinal).ToList())],
        };
    }

    /// <summary>Gives automation a key.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="ask">Which.</param>
    /// <param name="sha256">Of its secret, which is drawn by whoever carries the command out.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">The time, UTC.</param>
    public static Decision<TenantEvent> Create(Tenant state, CreateServiceToken ask, string sha256, ActorId by, DateTimeOffset now)
    {
        if (TextRule.Check("name", ask.Name, 100) is { } refusal)
            return refusal;
        if (ask.Permissions.Count == 0)
            return Refusal.ServiceTokenWithoutScope;
        if (!IsSet(ask.Permissions))
            return Refusal.PermissionsMalformed;
        if (ask.Permissions.Any(NeverOfTokens.Contains))
            return Refusal.ServiceTokenTooMighty;
        if (ask.ExpiresAt <= now || ask.ExpiresAt > now + LongestLife)
            return Refusal.ServiceTokenExpiry;
        if (state.Access.Tokens.Count >= MostTokens)
            return Refusal.TooManyServiceTokens(MostTokens);
        var permissions = ask.Permissions.Order(StringComparer.Ordinal).ToList();
        return [new ServiceTokenCreated(ask.Token, new(ask.Name, permissions, sha256, now, ask.ExpiresAt, by))];
    }

    /// <summary>Takes a key away.</summary>
    public static Decision<TenantEvent> Revoke(Tenant state, RevokeServiceToken ask) =>
        state.Access.Tokens.ContainsKey(ask.Token) ? [new ServiceTokenRevoked(ask.Token)] : Refusal.ServiceTokenNotFound;

    /// <summary>Keeps that someone's name and address were erased; who they were stands in it by id alone.</summary>
    public static Decision<TenantEvent> Erase(ErasePerson ask) => [new PersonErased(ask.Person)];

    private static bool IsSet(IReadOnlyList<string> permissions) => permissions.Distinct().Count() == permissions.Count;

    [GeneratedRegex(@"\A[a-z0-9_\-]{1,60}\z")]
    private static partial Regex RoleName { get; }
}
