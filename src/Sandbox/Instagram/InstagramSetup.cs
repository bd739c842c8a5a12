namespace Campaigns.Sandbox.Instagram;

/// <summary>Instagram's parts. It has no address of its own: Rube is the way in, the feed the way out.</summary>
internal static class InstagramSetup
{
    public static IServiceCollection AddInstagram(this IServiceCollection services) =>
        services.AddSingleton<InstagramPlatform>().AddSingleton<MediaDownload>().AddSingleton<MediaFiles>().AddSingleton<ContainerIntake>();
}
