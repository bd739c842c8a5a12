using Campaigns.Integrations.Media;
using Campaigns.Integrations.Rube;
using Campaigns.Integrations.Writing;
using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Providers;

/// <summary>Picks the adapters to the outside world.</summary>
internal static class ProvidersSetup
{
    public static void AddProviders(this IServiceCollection services, SiloSettings settings)
    {
        services.AddModels(settings);
        services.AddWritingDesk();
        services.AddSingleton(settings.Generations);
        services.AddRubeInstagram(
            new RubeOptions(settings.RubeMcp ?? RubeOptions.VendorUrl) { PublishDeadline = settings.Publishing.CallTimeout }
        );
    }

    /// <summary>Pictures: the API takes and serves them, grains make them fit.</summary>
    public static void AddMedia(this IServiceCollection services, SiloSettings settings) =>
        services.AddMedia(
            // Without an address of ours, one on this machine: pictures can be looked at, and scheduling is refused by name.
            new MediaOptions(settings.MediaFolder, settings.PublicBaseUrl ?? new Uri("http://localhost:5080"))
            {
                LoopbackAllowed = settings.Sandbox,
                Blob = settings.Blob,
            }
        );

    /// <summary>Says what is switched off, and what is not the real world.</summary>
    public static void Tell(SiloSettings settings, ILogger logger)
    {
        ModelsSetup.Tell(settings, logger);
        if (settings is { PublicBaseUrl: null, Blob: null })
            logger.LogWarning("PUBLIC_BASE_URL is not set: the platform cannot fetch pictures, so nothing can be scheduled");
        if (settings.Sandbox)
            logger.LogWarning("CAMPAIGNS_SANDBOX is true: stand-ins on this machine may take the providers' places");
        if (settings.Failpoint is { } failpoint)
            logger.LogWarning(
                "CAMPAIGNS_FAILPOINT is set: this process kills itself at {Place}, passing {Passing}",
                failpoint.Place,
                failpoint.Passing
            );
    }
}
