using Campaigns.Domain.Tenants;

namespace Campaigns.Keys;

/// <summary>The tenant was erased: its keys are destroyed, and nothing is read or written for it any more.</summary>
public sealed class TenantErasedException(TenantId tenant) : Exception($"{tenant} was erased.")
{
    /// <summary>Whose keys were destroyed.</summary>
    public TenantId Tenant { get; } = tenant;
}
