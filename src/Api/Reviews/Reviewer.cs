using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Reviews;

/// <summary>Who came by an invitation's link: neither a user nor of the tenant. They reach the fields of a review, and nothing else.</summary>
/// <param name="Tenant">Whose posts they look at.</param>
/// <param name="Token">What they brought, once it was found genuine.</param>
/// <param name="Sheet">What they see.</param>
public sealed record Reviewer(TenantId Tenant, string Token, ReviewSheet Sheet);
