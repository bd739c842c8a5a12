using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Auth;

/// <summary>What tenants themselves say of who may do what, and which keys their automation has.</summary>
public interface ITenantAccess
{
    /// <summary>As the tenant says it now, or said it a few seconds ago.</summary>
    /// <exception cref="TenantAccessUnavailableException">It cannot be asked, and what it said last is too old.</exception>
    ValueTask<TenantAccess> Of(TenantId tenant, CancellationToken ct);

    /// <summary>Whether the tenant was asked lately, so that asking again costs others nothing.</summary>
    bool IsAtHand(TenantId tenant) => true;
}

/// <summary>Whether a caller may come in cannot be told now.</summary>
public sealed class TenantAccessUnavailableException(Exception inner)
    : Exception("What the tenant lets its people do cannot be asked now.", inner)
{
    /// <summary>When it is worth trying again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
}
