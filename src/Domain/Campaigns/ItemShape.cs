using Campaigns.Domain.Media;

namespace Campaigns.Domain.Campaigns;

/// <summary>Which shape a picture has, by what it is for.</summary>
public static class ItemShape
{
    /// <summary>Of a post's or an ad's picture.</summary>
    public static AspectRatio Of(Platform platform) => platform is Platform.Instagram ? AspectRatio.Square : AspectRatio.Wide;

    /// <summary>Of a part.</summary>
    public static AspectRatio Of(PartRole role) => role is PartRole.Slide ? AspectRatio.Portrait : AspectRatio.Tall;
}
