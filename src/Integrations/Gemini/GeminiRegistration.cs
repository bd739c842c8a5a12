using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini as the model that writes and the model that draws.</summary>
public static class GeminiRegistration
{
    // A 4K picture in base64 stays below this.
    private const long MaxAnswerBytes = 64 * 1024 * 1024;

    /// <summary>Adds <see cref="ITextGenerator"/> and <see cref="IImageGenerator"/>.</summary>
    public static IServiceCollection AddGemini(this IServiceCollection services, GeminiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddGeminiClient(options);
        services.AddSingleton(provider =>
        {
            var gemini = provider.GetRequiredService<GeminiClient>();
            return new WatchedGemini(new GeminiText(new GeminiChatClient(gemini, options)), new GeminiImages(gemini, options));
        });
        services.AddSingleton<ITextGenerator>(provider => provider.GetRequiredService<WatchedGemini>());
        services.AddSingleton<IImageGenerator>(provider => provider.GetRequiredService<WatchedGemini>());
        services.AddSingleton(provider =>
        {
            var watched = provider.GetRequiredService<WatchedGemini>();
            return new GeminiModels(watched, watched, options);
        });
        services.AddSingleton<ITextModels>(provider => provider.GetRequiredService<GeminiModels>());
        services.AddSingleton<IMediaModels>(provider => provider.GetRequiredService<GeminiModels>());
        return services;
    }

    private static void AddGeminiClient(this IServiceCollection services, GeminiOptions options)
    {
        var http = services
            .AddHttpClient<GeminiClient>(client =>
            {
                client.BaseAddress = new Uri(options.BaseUrl.AbsoluteUri.TrimEnd('/') + '/');
                client.DefaultRequestHeaders.Add(GeminiClient.KeyHeader, options.ApiKey);
            })
            .RedactLoggedHeaders([GeminiClient.KeyHeader])
            .WithCarefulHandler(MaxAnswerBytes);
        if (options.QuickRetries > 0)
            http.AddResilienceHandler("gemini", pipeline => pipeline.AddRetry(GeminiRetry.Few(options.QuickRetries)));
    }
}
