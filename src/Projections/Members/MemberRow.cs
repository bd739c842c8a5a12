using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Members;

/// <summary>Someone of a tenant, as <c>read.members</c> shows them. Times are UTC.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Id">Of the row, for lists.</param>
/// <param name="Person">Their id.</param>
/// <param name="Role">Without <c>org:</c>; null once they left.</param>
/// <param name="Name">What they are called; null when it is not known, or erased.</param>
/// <param name="Email">Their address; null when it is not known, or erased.</param>
/// <param name="FirstSeenAt">Since when they are known here.</param>
/// <param name="LeftAt">Since when they are no member.</param>
/// <param name="ErasedAt">Since when name and address are erased.</param>
[ReadTable("members")]
public sealed record MemberRow(
    string Tenant,
    Guid Id,
    string Person,
    string? Role,
    string? Name,
    string? Email,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? LeftAt,
    DateTimeOffset? ErasedAt
)
{
    /// <summary>Without name and address: rows are printed in logs.</summary>
    public override string ToString() => $"{Person} of {Tenant}";
}

/// <summary>What an organisation is called, as <c>read.organizations</c> shows it.</summary>
/// <param name="Tenant">Which.</param>
/// <param name="Name">Its name.</param>
[ReadTable("organizations")]
internal sealed record OrganizationRow(string Tenant, string Name);

/// <summary>When a service token was last shown, as <c>read.service_token_uses</c> shows it.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Id">Which token.</param>
/// <param name="UsedAt">When, UTC.</param>
[ReadTable("service_token_uses")]
internal sealed record ServiceTokenUseRow(string Tenant, Guid Id, DateTimeOffset UsedAt);

/// <summary>Which members to list; what is null does not matter.</summary>
/// <param name="Role">Of this role alone.</param>
/// <param name="Search">With this in name or id.</param>
/// <param name="Left">Whether those who left are meant; null: both.</param>
public sealed record MemberFilter(string? Role = null, string? Search = null, bool? Left = null);
