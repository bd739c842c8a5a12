namespace Campaigns.Domain.Tenants;

/// <summary>Who must approve an item before it can be scheduled.</summary>
public enum ApprovalPolicy
{
    /// <summary>Someone of the tenant with the right to approve.</summary>
    Internal,

    /// <summary>Nobody.</summary>
    None,

    /// <summary>Someone from outside, invited by a link: see <c>inviteReviewer</c>.</summary>
    External,
}
