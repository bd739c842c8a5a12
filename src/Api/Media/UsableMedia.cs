using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Projections.Media;

namespace Campaigns.Api.Media;

/// <summary>
/// Stored files as far as they may be put to use: what is old, and nothing points at, may be swept away at any time, so that nothing new may
/// point at it.
/// </summary>
/// <param name="store">Where files are.</param>
/// <param name="gallery">Tells what points at them.</param>
/// <param name="clock">The time.</param>
public sealed class UsableMedia(IMediaStore store, MediaReader gallery, TimeProvider clock)
{
    /// <summary>The file, nothing when no key is given, or a refusal when the tenant has none of that key to use.</summary>
    internal Task<(MediaAsset? Asset, Refusal? Refusal)> Named(TenantId tenant, string? key, string field, CancellationToken ct) =>
        Usable(tenant, key, field, store.Named(tenant, key, field, ct), ct);

    /// <summary>The same, where only a picture is of use.</summary>
    internal Task<(MediaAsset? Asset, Refusal? Refusal)> NamedPicture(TenantId tenant, string? key, string field, CancellationToken ct) =>
        Usable(tenant, key, field, store.NamedPicture(tenant, key, field, ct), ct);

    private async Task<(MediaAsset? Asset, Refusal? Refusal)> Usable(
        TenantId tenant,
        string? key,
        string field,
        Task<(MediaAsset? Asset, Refusal? Refusal)> named,
        CancellationToken ct
    )
    {
        var found = await named;
        if (found.Asset is null)
            return found;
        if (MediaLife.MayBeUsed(key!, clock.GetUtcNow()) || (await gallery.HoldersOf(tenant, key!, ct)).Count > 0)
            return (found.Asset with { MadeBy = (await gallery.Find(tenant, key!, ct))?.Asset.MadeBy }, null);
        return (null, new("media.expired", "Nothing used this file for 7 days, and it is being removed: upload it again.", field));
    }
}
