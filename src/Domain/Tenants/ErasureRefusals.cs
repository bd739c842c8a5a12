using Campaigns.Domain.Tenants;

namespace Campaigns.Domain;

/// <summary>Every "no" about erasing a tenant.</summary>
public static class ErasureRefusals
{
    extension(Refusal)
    {
        /// <summary>Something else was typed than the tenant's id.</summary>
        public static Refusal ErasureNotConfirmed(TenantId tenant) =>
            new("tenant.erasure_unconfirmed", $"Type '{tenant}' to have everything of it erased.", "confirmation");

        /// <summary>It is to be erased, so nothing is commanded any more.</summary>
        public static Refusal TenantErasing(DateTimeOffset at) =>
            new(
                "tenant.erasing",
                $"Everything is to be erased at {at.ToUniversalTime():yyyy-MM-dd HH:mm} UTC; until then only that can be cancelled."
            );

        /// <summary>It is too late.</summary>
        public static Refusal ErasureBegun => new("tenant.erasure_begun", "The erasure has begun: it cannot be cancelled any more.");

        /// <summary>There is nothing of it any more.</summary>
        public static Refusal TenantErased => new("tenant.erased", "Everything of this tenant was erased.");
    }
}
