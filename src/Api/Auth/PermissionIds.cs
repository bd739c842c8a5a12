namespace Campaigns.Api.Auth;

/// <summary>The permissions' stable names, as errors and the identity provider's custom permissions (<c>org:campaign:approve</c>) write them.</summary>
public static class PermissionIds
{
    /// <summary>Operating the system: of no tenant, and so no <see cref="Permission"/> that a role or a token could bring.</summary>
    public const string Operate = "system:operate";

    private static readonly Dictionary<Permission, string> Ids = new()
    {
        [Permission.View] = "tenant:view",
        [Permission.CreateCampaign] = "campaign:create",
        [Permission.EditContent] = "campaign:edit",
        [Permission.RequestApproval] = "campaign:request_approval",
        [Permission.Approve] = "campaign:approve",
        [Permission.Comment] = "campaign:comment",
        [Permission.Schedule] = "publication:schedule",
        [Permission.Publish] = "publication:publish",
        [Permission.Hold] = "publication:hold",
        [Permission.ManageBrand] = "brand:manage",
        [Permission.ManageAccounts] = "account:manage",
        [Permission.ManageTenant] = "tenant:manage",
        [Permission.ManageWebhooks] = "webhook:manage",
        [Permission.ViewUsage] = "usage:view",
    };

    private static readonly Dictionary<string, Permission> Permissions = Ids.ToDictionary(pair => $"org:{pair.Value}", pair => pair.Key);

    /// <summary>The permission's name.</summary>
    public static string Id(this Permission permission) => Ids[permission];

    /// <summary>Those of our own names that are known; a name that is not, of a newer program perhaps, brings nothing.</summary>
    internal static IEnumerable<Permission> OfNames(IEnumerable<string> names) => Known(names.Select(name => $"org:{name}"));

    /// <summary>Those of the identity provider's permissions that are ours; others mean nothing here.</summary>
    internal static IEnumerable<Permission> Known(IEnumerable<string> claimed) =>
        claimed.Where(Permissions.ContainsKey).Select(id => Permissions[id]);
}
