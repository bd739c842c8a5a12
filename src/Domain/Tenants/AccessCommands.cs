namespace Campaigns.Domain.Tenants;

/// <summary>Sets what a role may do.</summary>
/// <param name="Role">As the identity provider names it, without <c>org:</c>.</param>
/// <param name="Permissions">All that it may do; null: the defaults.</param>
public sealed record SetRolePermissions(string Role, IReadOnlyList<string>? Permissions);

/// <summary>Gives automation a key.</summary>
/// <param name="Token">Its id.</param>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Permissions">All that it may do.</param>
/// <param name="ExpiresAt">Until when; at most a year ahead.</param>
public sealed record CreateServiceToken(ServiceTokenId Token, string Name, IReadOnlyList<string> Permissions, DateTimeOffset ExpiresAt);

/// <summary>Takes a key away.</summary>
public sealed record RevokeServiceToken(ServiceTokenId Token);
