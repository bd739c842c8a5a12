using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini's models that write, draw and speak.</summary>
public static class GeminiRegistration
{
    // A 4K picture in base64 stays below this.
    private const long MaxAnswerBytes = 64 * 1024 * 1024;

    /// <summary>Adds <see cref="ITextModels"/> and <see cref="IMediaModels"/>.</summary>
    public static IServiceCollection AddGemini(this IServiceCollection services, GeminiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddModelClient(GeminiOptions.Provider, options.BaseUrl, (GeminiClient.KeyHeader, options.ApiKey), MaxAnswerBytes);
        services.AddSingleton(provider => new GeminiClient(provider.CallsOf(GeminiOptions.Provider)));
        services.AddTextModels(provider => new GeminiTextModels(provider.GetRequiredService<GeminiClient>(), options));
        return services.AddMediaModels(provider => new GeminiMediaModels(provider.GetRequiredService<GeminiClient>(), options));
    }
}
