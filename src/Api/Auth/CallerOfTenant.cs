using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Auth;

/// <summary>Makes callers what their tenant lets them be.</summary>
internal static class CallerOfTenant
{
    /// <summary>Automation's role.</summary>
    public const string Service = "service";

    /// <summary>How long what goes on longer than a request trusts a service token before it must be shown again.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(5);

    /// <summary>The person, with what the tenant lets their role do in the place of the defaults. In their own workspace a person may do everything.</summary>
    public static Caller Within(this Caller caller, TenantAccess access) =>
        caller.Role is not Roles.Personal && access.Roles.TryGetValue(caller.Role, out var permissions)
            ? caller with
            {
                Permissions = new HashSet<Permission>([.. PermissionIds.OfNames(permissions), .. caller.Claimed]),
            }
            : caller;

    /// <summary>Automation that shows a good token; null when it is none, was revoked or has expired.</summary>
    public static Caller? Holding(ServiceTokenText shown, TenantAccess access, DateTimeOffset now)
    {
        if (!access.Tokens.TryGetValue(shown.Id, out var token) || !shown.Is(token.Sha256) || token.ExpiresAt <= now)
            return null;
        var until = now + Trusted;
        return new(shown.Tenant, shown.Id.Actor, Service, new HashSet<Permission>(PermissionIds.OfNames(token.Permissions)))
        {
            Until = token.ExpiresAt < until ? token.ExpiresAt : until,
        };
    }
}
