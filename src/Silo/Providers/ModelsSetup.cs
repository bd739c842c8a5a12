using Campaigns.Domain.Generations;
using Campaigns.Integrations.Fal;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.OpenRouter;
using Campaigns.Integrations.Replicate;
using Campaigns.Integrations.Veo;
using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Providers;

/// <summary>Registers the models of every provider that has a key, and the chains in which they are asked.</summary>
internal static class ModelsSetup
{
    public static void AddModels(this IServiceCollection services, SiloSettings settings)
    {
        var (models, timeouts) = (settings.Models, settings.Models.Timeouts);
        services.AddSingleton(models.Chains);
        services.AddSingleton<CircuitOptions>();
        services.AddSingleton<ModelCircuits>(); // also where no provider has a key: health asks it
        if (settings.Gemini is { } gemini)
            services
                .AddGemini(Options(gemini, timeouts))
                .AddVeo(
                    new(gemini.BaseUrl ?? GeminiOptions.VendorUrl, gemini.ApiKey)
                    {
                        CallTimeout = timeouts.Job,
                        FileTimeout = timeouts.File,
                        LoopbackAllowed = settings.Sandbox,
                    }
                );
        if (models.OpenRouter is { } openRouter)
            services.AddOpenRouter(new(openRouter.Url ?? OpenRouterOptions.VendorUrl, openRouter.Key) { Timeout = timeouts.Text });
        if (models.Replicate is { } replicate)
            services.AddReplicate(
                new(replicate.Url ?? ReplicateOptions.VendorUrl, replicate.Key)
                {
                    CallTimeout = timeouts.Job,
                    FileTimeout = timeouts.File,
                    LoopbackAllowed = settings.Sandbox,
                }
            );
        if (models.Fal is { } fal)
            services.AddFal(
                new(fal.Url ?? FalOptions.VendorUrl, fal.Key)
                {
                    CallTimeout = timeouts.Job,
                    FileTimeout = timeouts.File,
                    LoopbackAllowed = settings.Sandbox,
                }
            );
    }

    /// <summary>Says which providers are switched off, and what nobody can make.</summary>
    public static void Tell(SiloSettings settings, ILogger logger)
    {
        var models = settings.Models;
        (bool Off, string Variable, string Means)[] keys =
        [
            (settings.Gemini is null, "GEMINI_API_KEY", "Gemini and Veo are switched off"),
            (models.OpenRouter is null, "OPENROUTER_API_KEY", "OpenRouter is switched off"),
            (models.Replicate is null, "REPLICATE_API_TOKEN", "Replicate is switched off"),
            (models.Fal is null, "FAL_KEY", "FAL is switched off"),
        ];
        foreach (var (_, variable, means) in keys.Where(key => key.Off))
            logger.LogWarning("{Variable} is not set: {Means}", variable, means);
        foreach (var capability in Enum.GetValues<Capability>().Where(one => models.Chains.Of(one).Count == 0))
            logger.LogWarning("No provider has a key for {Capability}: nothing of it is made", capability);
    }

    private static GeminiOptions Options(GeminiSettings gemini, ModelTimeouts timeouts) =>
        new(gemini.BaseUrl ?? GeminiOptions.VendorUrl, gemini.ApiKey)
        {
            TextTimeout = timeouts.Text,
            ImageTimeout = timeouts.Image,
            SpeechTimeout = timeouts.Speech,
        };
}
