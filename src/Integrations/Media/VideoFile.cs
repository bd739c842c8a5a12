using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Media;

/// <summary>What the boxes of an MP4 or MOV file say about it. Only their heads are read; nothing is decoded.</summary>
/// <param name="Facts">Its encoding and length.</param>
/// <param name="Width">Pixels, the way up that it is shown.</param>
/// <param name="Height">Pixels, the way up that it is shown.</param>
internal sealed record VideoFile(VideoFacts Facts, int Width, int Height)
{
    private static readonly string[] Pictures = ["heic", "heix", "mif1", "msf1", "avif", "avis"];
    private const int MostTracks = 32;

    /// <summary>Either the facts, or why there are none.</summary>
    public static (VideoFile? Video, VideoFlaw? Flaw) Read(Stream file)
    {
        try
        {
            return Read(new IsoBoxes(file));
        }
        catch (Exception senseless) when (senseless is InvalidDataException or EndOfStreamException)
        {
            return Malformed(senseless is InvalidDataException ? senseless.Message : "it is cut off.");
        }
    }

    private static (VideoFile?, VideoFlaw?) Read(IsoBoxes boxes)
    {
        var container = "mov"; // without a brand: as QuickTime had it first
        IsoBox? movie = null;
        var hasData = false;
        foreach (var box in boxes.All())
            switch (box.Type)
            {
                case "ftyp":
                    container = ContainerOf(boxes.Read(box, most: 256));
                    break;
                case "moov":
                    movie ??= box;
                    break;
                case "mdat":
                    hasData = true;
                    break;
            }
        if (movie is null && Pictures.Contains(container))
            return (null, new("not_a_picture", "The file is no JPEG, PNG or WebP picture, and no MP4 or MOV video."));
        if (movie is not { } moov || !hasData)
            return Malformed("it holds no movie.");
        return OfMovie(boxes, moov, container);
    }

    private static (VideoFile?, VideoFlaw?) OfMovie(IsoBoxes boxes, IsoBox moov, string container)
    {
        var tracks = boxes.In(moov).Where(box => box.Type is "trak").Take(MostTracks).Select(box => MediaTrack.Read(boxes, box)).ToList();
        var picture = tracks.Find(track => track.Handler is "vide");
        var sound = tracks.Find(track => track.Handler is "soun");
        if (picture is null)
            return Malformed("it has no picture track.");
        if (picture.Samples == 0)
            return (
                null,
                new("video_fragmented", "The video is fragmented or empty: save it as one piece, its length and frame rate cannot be told.")
            );
        if (picture.Seconds <= 0 || picture.Width <= 0 || picture.Height <= 0)
            return Malformed("it has no length or no size.");

        var movieSeconds = boxes.Find(moov, "mvhd") is { } head ? MediaTrack.SecondsOf(boxes.Read(head, most: 32)) : 0;
        var facts = new VideoFacts(
            container,
            picture.Codec,
            sound?.Codec,
            sound?.SampleRate,
            Math.Round(picture.Samples / picture.Seconds, 3),
            Math.Round(movieSeconds > 0 ? movieSeconds : picture.Seconds, 3)
        );
        return (new(facts, picture.Width, picture.Height), null);
    }

    /// <summary>The main brand decides; of a rare one, those it says it is compatible with.</summary>
    private static string ContainerOf(ReadOnlySpan<byte> brands)
    {
        if (brands.Length < 4)
            return "mp4";
        var main = IsoBoxes.Shown(brands[..4]);
        if (main is "qt  ")
            return "mov";
        if (IsMp4(main))
            return "mp4";
        for (var at = 8; at + 4 <= brands.Length; at += 4) // behind the main one and its version
            if (IsMp4(IsoBoxes.Shown(brands.Slice(at, 4))))
                return "mp4";
        return main.Trim();
    }

    private static bool IsMp4(string brand) =>
        brand.StartsWith("iso", StringComparison.Ordinal)
        || brand.StartsWith("mp4", StringComparison.Ordinal)
        || brand.StartsWith("M4V", StringComparison.Ordinal)
        || brand is "avc1" or "dash" or "MSNV" or "XAVC" or "f4v ";

    private static (VideoFile?, VideoFlaw?) Malformed(string how) =>
        (null, new("video_malformed", $"The file is no video that can be read: {how}"));
}
