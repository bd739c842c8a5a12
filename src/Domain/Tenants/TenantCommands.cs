namespace Campaigns.Domain.Tenants;

/// <summary>Sets the home zone.</summary>
/// <param name="Zone">IANA name.</param>
public sealed record SetZone(string Zone);

/// <summary>Sets who must approve.</summary>
public sealed record SetApprovalPolicy(ApprovalPolicy Policy);

/// <summary>Stops everything of the tenant from going out.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record HoldTenant(string Reason);

/// <summary>Lets things go out again.</summary>
public sealed record ReleaseTenant;
