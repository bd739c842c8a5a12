using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;

namespace Campaigns.Api.Media;

/// <summary>Finds the stored file that an input names by its key.</summary>
internal static class MediaByKey
{
    /// <summary>The file, nothing when no key is given, or a refusal when the tenant has none of that key.</summary>
    public static async Task<(MediaAsset? Asset, Refusal? Refusal)> Named(
        this IMediaStore media,
        TenantId tenant,
        string? key,
        string field,
        CancellationToken ct
    )
    {
        if (key is null)
            return (null, null);
        return await media.Find(tenant, key, ct) is { } asset
            ? (asset, null)
            : (null, new("media.not_found", "There is no such file; upload it first.", field));
    }

    /// <summary>The same, where only a picture is of use.</summary>
    public static async Task<(MediaAsset? Asset, Refusal? Refusal)> NamedPicture(
        this IMediaStore media,
        TenantId tenant,
        string? key,
        string field,
        CancellationToken ct
    )
    {
        var named = await media.Named(tenant, key, field, ct);
        return named is { Asset.Kind: not MediaKind.Picture and var kind }
            ? (null, new("media.not_a_picture", $"That file is a {kind.ToString().ToLowerInvariant()}; a picture is needed here.", field))
            : named;
    }
}
