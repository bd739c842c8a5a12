using System.Text.Json.Serialization;

namespace Campaigns.Domain.Media;

/// <summary>A stored file, by reference: bytes never stand in events or rows.</summary>
/// <param name="Key">Its name in the media store: <c>tenant/uuid.ext</c>, unguessable.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="ContentType">Found from the content, such as <c>image/jpeg</c>.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Width">Pixels, the way up that it is shown; 0 of a sound.</param>
/// <param name="Height">Pixels, the way up that it is shown; 0 of a sound.</param>
/// <param name="Video">What more there is to say of a video; null for anything else.</param>
/// <param name="Audio">What more there is to say of a sound; null for anything else.</param>
/// <param name="MadeBy">The model that made it; null of what was uploaded.</param>
public sealed record MediaAsset(
    string Key,
    Uri Url,
    string ContentType,
    string Sha256,
    long Bytes,
    int Width,
    int Height,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VideoFacts? Video = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AudioFacts? Audio = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Provenance? MadeBy = null
)
{
    /// <summary>What it is to people.</summary>
    [JsonIgnore]
    public MediaKind Kind =>
        this switch
        {
            { Video: not null } => MediaKind.Video,
            { Audio: not null } => MediaKind.Sound,
            _ => MediaKind.Picture,
        };

    /// <summary>Whether it moves.</summary>
    public bool IsVideo => Video is not null;
}
