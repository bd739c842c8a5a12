namespace Campaigns.Domain.Publications;

/// <summary>Instagram's limits on a caption, hashtags included (Graph API content publishing): 2,200 characters, 30 hashtags, 20 mentions.</summary>
public static class CaptionRule
{
    /// <summary>Most characters, counted as UTF-16 units: never more than the platform counts.</summary>
    public const int MaxLength = 2200;

    /// <summary>Most hashtags.</summary>
    public const int MaxHashtags = 30;

    /// <summary>Most mentions.</summary>
    public const int MaxMentions = 20;

    /// <summary>The rule that is broken, in words; null when none is.</summary>
    public static string? Broken(string caption)
    {
        ArgumentNullException.ThrowIfNull(caption);
        if (caption.Length > MaxLength)
            return $"it has {caption.Length} characters with its hashtags; {MaxLength} are allowed.";
        if (caption.Count(c => c == '#') is > MaxHashtags and var tags)
            return $"it has {tags} hashtags; {MaxHashtags} are allowed.";
        if (caption.Count(c => c == '@') is > MaxMentions and var mentions)
            return $"it has {mentions} mentions; {MaxMentions} are allowed.";
        return null;
    }
}
