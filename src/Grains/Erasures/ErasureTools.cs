using Campaigns.EventStore;
using Campaigns.Integrations;
using Campaigns.Keys;

namespace Campaigns.Grains.Erasures;

/// <summary>What an erasure works with.</summary>
/// <param name="Keys">The tenants' keys.</param>
/// <param name="Remains">What lies beside the log.</param>
/// <param name="Media">Files.</param>
/// <param name="Plain">Events that no key can take along.</param>
/// <param name="Options">How long it can be taken back.</param>
internal sealed record ErasureTools(
    ITenantKeys Keys,
    ITenantRemains Remains,
    IMediaShelf Media,
    IPlainEvents Plain,
    ErasureOptions Options
);
