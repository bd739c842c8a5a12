namespace Campaigns.Domain.Media;

/// <summary>What a stored file is to people.</summary>
public enum MediaKind
{
    /// <summary>JPEG, PNG or WebP.</summary>
    Picture,

    /// <summary>MP4 or MOV.</summary>
    Video,

    /// <summary>WAV: a voice, such as the narration of a clip. No post shows it by itself.</summary>
    Sound,
}
