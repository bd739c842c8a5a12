using System.Text.Json.Serialization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Publications;

/// <summary>A post as it will go out: frozen when scheduled, so that later edits cannot change what was approved.</summary>
/// <param name="Campaign">Where it comes from.</param>
/// <param name="Item">Which item it is.</param>
/// <param name="Platform">Where it goes.</param>
/// <param name="Caption">Composed with its hashtags. Not sent with a story, for the platform takes none there.</param>
/// <param name="Media">The first or only file, fit for the platform.</param>
/// <param name="ContentHash">What an approval binds: see <see cref="Campaigns.ContentHash"/>.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
/// <param name="MadeBy">Set when a model made any of it.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="MoreMedia">What follows the first file in a carousel, in order; null when there is no more.</param>
public sealed record PostContent(
    CampaignId Campaign,
    ItemId Item,
    Platform Platform,
    string Caption,
    MediaAsset Media,
    string ContentHash,
    string? AltText = null,
    Provenance? MadeBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PostKind Kind = PostKind.Photo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MediaAsset>? MoreMedia = null
)
{
    /// <summary>All its files, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<MediaAsset> AllMedia => MoreMedia is null ? [Media] : [Media, .. MoreMedia];

    /// <summary>Whether any of it moves: the platform takes its time over videos.</summary>
    public bool HasVideo => AllMedia.Any(file => file.IsVideo);

    /// <summary>The same post with these files, at least one, in place of its own.</summary>
    public PostContent With(IReadOnlyList<MediaAsset> media)
    {
        ArgumentNullException.ThrowIfNull(media);
        return this with { Media = media[0], MoreMedia = media.Count == 1 ? null : [.. media.Skip(1)] };
    }
}
