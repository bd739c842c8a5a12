using Campaigns.Api.Tenants;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>The tenant that the session is for, with its settings.</summary>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static Task<TenantView> Tenant([FromServices] TenantLookup tenant, string? atLeast, CancellationToken ct) =>
        tenant.Find(atLeast, ct);
}
