using Campaigns.Domain.Campaigns;

namespace Campaigns.Integrations.Writing;

/// <summary>What a platform takes as the text of one post, hashtags included.</summary>
/// <param name="Characters">UTF-16 units, the strictest of the usual ways to count.</param>
/// <param name="Hashtags">As many <c>#</c>.</param>
/// <param name="Mentions">As many <c>@</c>.</param>
internal sealed record PlatformLimits(int Characters, int Hashtags, int Mentions)
{
    public static PlatformLimits Of(Platform platform) =>
        platform switch
        {
            Platform.Instagram => new(2_200, 30, 20),
            Platform.Facebook => new(5_000, 30, 50),
            Platform.LinkedIn => new(3_000, 30, 30),
            Platform.Twitter => new(280, 10, 10),
            Platform.Google => new(90, 0, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "No such platform."),
        };
}
