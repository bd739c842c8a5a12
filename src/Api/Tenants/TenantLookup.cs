using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Tenants;

namespace Campaigns.Api.Tenants;

/// <summary>Reads the tenant that the session is for.</summary>
public sealed class TenantLookup(Viewer viewer, TenantReader tenants)
{
    /// <summary>Its settings, not older than a position.</summary>
    internal async Task<TenantView> Find(string? atLeast, CancellationToken ct)
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Tenants, ct);
        return new(tenant, await tenants.Settings(tenant, ct));
    }
}
