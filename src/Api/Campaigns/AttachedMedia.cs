using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Campaigns;

/// <summary>Finds the files that an input names for a post.</summary>
internal static class AttachedMedia
{
    private static readonly Refusal NotOneWay = new(
        "media.name_one_way",
        "Name one file by `mediaKey`, or 1 to 10 in order by `mediaKeys`; not both.",
        "mediaKeys"
    );

    /// <summary>The files in order, at least one; or why there are none.</summary>
    public static async Task<(IReadOnlyList<MediaAsset>? Files, Refusal? Refusal)> Attached(
        this UsableMedia store,
        TenantId tenant,
        AttachMediaInput input,
        CancellationToken ct
    )
    {
        IReadOnlyList<string> keys = input switch
        {
            { MediaKey: { } key, MediaKeys: null } => [key],
            { MediaKey: null, MediaKeys: { Count: > 0 and <= MediaRule.MostInCarousel } all } => all,
            _ => [],
        };
        if (keys.Count == 0)
            return (null, NotOneWay);

        var field = input.MediaKey is null ? "mediaKeys" : "mediaKey";
        var files = new List<MediaAsset>(keys.Count);
        foreach (var key in keys)
        {
            var (file, refusal) = await store.Named(tenant, key, field, ct);
            if (file is null)
                return (null, refusal);
            files.Add(file);
        }
        return (files, null);
    }
}
