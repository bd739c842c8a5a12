using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Instagram;

/// <summary>What a caption may hold: 2200 characters, 30 hashtags, 20 mentions.</summary>
internal static partial class CaptionRules
{
    public static void Check(string caption)
    {
        if (caption.Length > 2200)
            throw GraphErrors.CaptionTooLong("2200 characters");
        if (Hashtag.Count(caption) > 30)
            throw GraphErrors.CaptionTooLong("30 hashtags");
        if (Mention.Count(caption) > 20)
            throw GraphErrors.CaptionTooLong("20 mentions");
    }

    [GeneratedRegex(@"#[\p{L}\p{N}_]+")]
    private static partial Regex Hashtag { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])@[A-Za-z0-9._]+")]
    private static partial Regex Mention { get; }
}
