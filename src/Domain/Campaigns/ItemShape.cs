using Campaigns.Domain.Media;

namespace Campaigns.Domain.Campaigns;

/// <summary>Which shape a picture has, by what it is for.</summary>
public static class ItemShape
{
    /// <summary>Of a post's or an ad's picture.</summary>
    public static AspectRatio Of(Platform platform) => platform is Platform.Instagram ? AspectRatio.Square : AspectRatio.Wide;

    /// <summary>The shape that a picture comes nearest to.</summary>
    public static AspectRatio Nearest(MediaAsset picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var shape = Math.Log((double)picture.Width / picture.Height);
        return Enum.GetValues<AspectRatio>().MinBy(ratio => Math.Abs(Math.Log(Shape(ratio)) - shape));
    }

    /// <summary>Of a part.</summary>
    public static AspectRatio Of(PartRole role) => role is PartRole.Slide ? AspectRatio.Portrait : AspectRatio.Tall;

    private static double Shape(AspectRatio ratio) =>
        ratio switch
        {
            AspectRatio.Portrait => 4 / 5.0,
            AspectRatio.Tall => 9 / 16.0,
            AspectRatio.Wide => 16 / 9.0,
            _ => 1,
        };
}
