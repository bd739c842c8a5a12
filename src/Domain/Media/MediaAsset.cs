namespace Campaigns.Domain.Media;

/// <summary>A stored file, by reference: bytes never stand in events or rows.</summary>
/// <param name="Key">Its name in the media store: <c>tenant/uuid.ext</c>, unguessable.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="ContentType">Found from the content, such as <c>image/jpeg</c>.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record MediaAsset(string Key, Uri Url, string ContentType, string Sha256, long Bytes, int Width, int Height);
