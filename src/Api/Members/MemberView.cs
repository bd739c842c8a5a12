using Campaigns.Api.Auth;
using Campaigns.Projections.Members;
using GraphQL;

namespace Campaigns.Api.Members;

/// <summary>Someone of the tenant, as the identity provider tells it. It may lag behind the provider by seconds.</summary>
[Name("Member")]
public sealed class MemberView(MemberRow row)
{
    /// <summary>Their id, as histories name them.</summary>
    [global::GraphQL.Id]
    public string UserId => row.Person;

    /// <summary>What they are called; null when nobody said, they left, or it is erased.</summary>
    public string? Name => row.Name;

    /// <summary>Their e-mail address; null as the name is. Needs `MANAGE_TENANT`: colleagues need no address here.</summary>
    public string? Email([FromServices] Caller caller) => caller.Require(Permission.ManageTenant) is not null ? row.Email : null;

    /// <summary>Their role, without `org:`; `personal` in their own workspace, null once they left.</summary>
    public string? Role => row.Role;

    /// <summary>Since when they are known here.</summary>
    public DateTimeOffset FirstSeenAt => row.FirstSeenAt;

    /// <summary>Since when they are no member any more; null while they are.</summary>
    public DateTimeOffset? LeftAt => row.LeftAt;

    /// <summary>Since when name and address are erased; null when they are not.</summary>
    public DateTimeOffset? ErasedAt => row.ErasedAt;
}

/// <summary>Which members to list; what is left out does not matter.</summary>
/// <param name="Role">Of this role alone, without `org:`.</param>
/// <param name="Search">With this in name or id, whatever the case.</param>
/// <param name="Left">Whether those who left are meant.</param>
public sealed record MemberFilterInput(string? Role = null, string? Search = null, bool? Left = null)
{
    internal MemberFilter ToFilter() => new(Role, Search, Left);
}
