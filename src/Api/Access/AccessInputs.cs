using Campaigns.Api.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Access;

/// <summary>What a role may do from now on.</summary>
/// <param name="Role">As the identity provider names it, without `org:`, such as `member`.</param>
/// <param name="Permissions">All that it may do; null: what is usual for it. `admin` keeps `VIEW` and `MANAGE_TENANT`.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetRolePermissionsInput(string Role, IReadOnlyList<Permission>? Permissions = null, CommandId? CommandId = null);

/// <summary>A key for automation.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Permissions">All that it may do; never `MANAGE_TENANT` or `ERASE_TENANT`.</param>
/// <param name="ExpiresAt">Until when; at most 366 days ahead.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CreateServiceTokenInput(
    string Name,
    IReadOnlyList<Permission> Permissions,
    DateTimeOffset ExpiresAt,
    CommandId? CommandId = null
);

/// <summary>A key to take away.</summary>
/// <param name="TokenId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RevokeServiceTokenInput(ServiceTokenId TokenId, CommandId? CommandId = null);
