using System.Collections.Frozen;
using static Campaigns.Api.Auth.Permission;

namespace Campaigns.Api.Auth;

/// <summary>What each role may do unless a tenant says otherwise. A role that is not here may do nothing.</summary>
public static class Roles
{
    /// <summary>What a person is in their own workspace, where they may do everything. An organisation's role of this name is worth nothing.</summary>
    public const string Personal = "personal";

    /// <summary>Everything.</summary>
    public static readonly IReadOnlySet<Permission> All = Enum.GetValues<Permission>().ToFrozenSet();

    private static readonly FrozenDictionary<string, FrozenSet<Permission>> Defaults = new Dictionary<string, FrozenSet<Permission>>
    {
        ["admin"] = [.. All],
        ["member"] = [View, CreateCampaign, EditContent, RequestApproval, Comment, Schedule, Publish, Hold, ManageBrand],
        ["editor"] = [View, CreateCampaign, EditContent, RequestApproval, Comment, ManageBrand],
        ["approver"] = [View, Approve, Comment, Schedule, Publish, Hold],
        ["viewer"] = [View],
    }.ToFrozenDictionary();

    /// <summary>The roles that have permissions without anybody's saying so.</summary>
    public static IEnumerable<string> Known => Defaults.Keys;

    /// <summary>The permissions of a role in an organisation; none for a role that is not known.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(string role) => Defaults.GetValueOrDefault(role, []);
}
