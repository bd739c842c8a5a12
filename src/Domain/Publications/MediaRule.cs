using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Publications;

/// <summary>What each kind of post takes: a photo one picture, a carousel 2 to 10 files, a reel one video, a story one file.</summary>
public static class MediaRule
{
    /// <summary>Fewest files of a carousel.</summary>
    public const int FewestInCarousel = 2;

    /// <summary>Most files of a carousel, hence of any post.</summary>
    public const int MostInCarousel = 10;

    /// <summary>The rule that is broken; null when none is.</summary>
    public static Refusal? Broken(PostKind kind, IReadOnlyList<MediaAsset> media)
    {
        ArgumentNullException.ThrowIfNull(media);
        if (kind is PostKind.Carousel)
        {
            if (media.Count is < FewestInCarousel or > MostInCarousel)
                return Refusal.MediaCount(
                    $"A carousel takes {FewestInCarousel} to {MostInCarousel} pictures and videos; this one has {media.Count}."
                );
        }
        else if (media.Count != 1)
            return Refusal.MediaCount($"A {Named(kind)} takes one file; this one has {media.Count}.");

        if (media.Any(file => file.Kind is MediaKind.Sound))
            return Refusal.MediaOfOtherKind("A sound is not posted by itself: it goes into a video.");
        if (kind is PostKind.Photo && media[0].IsVideo)
            return Refusal.MediaOfOtherKind("A photo takes a picture, not a video; make it a reel, a story or a carousel.");
        if (kind is PostKind.Reel && !media[0].IsVideo)
            return Refusal.MediaOfOtherKind("A reel takes a video, not a picture; make it a photo, a story or a carousel.");

        for (var place = 0; place < media.Count; place++)
            if (VideoRule.Broken(media[place], kind) is { } flaw)
                return Refusal.VideoBreaksRule(
                    kind is PostKind.Carousel ? $"file {place + 1} of the carousel: {flaw.Message}" : flaw.Message
                );
        return null;
    }

    private static string Named(PostKind kind) => kind.ToString().ToLowerInvariant();
}
