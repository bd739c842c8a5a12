using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Models;

/// <summary>
/// The word that Gemini and Replicate have for a shape. They take ten ratios and no others: a shape between two of them is asked for as the nearest,
/// and cut to size where the file is made fit. Nothing is ever passed on as it was written.
/// </summary>
internal static class PictureShape
{
    public static string Of(AspectRatio ratio) =>
        ratio switch
        {
            AspectRatio.Square => "1:1",
            AspectRatio.Portrait => "4:5",
            AspectRatio.Tall => "9:16",
            AspectRatio.Wide => "16:9",
            _ => throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "No such shape."),
        };
}
