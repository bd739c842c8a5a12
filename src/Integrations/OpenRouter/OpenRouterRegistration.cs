using System.ClientModel;
using System.ClientModel.Primitives;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>The models behind OpenRouter, which speaks OpenAI's protocol.</summary>
public static class OpenRouterRegistration
{
    private const long MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Adds <see cref="ITextModels"/>.</summary>
    public static IServiceCollection AddOpenRouter(this IServiceCollection services, OpenRouterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddHttpClient(OpenRouterOptions.Provider).RedactLoggedHeaders(["Authorization"]).WithCarefulHandler(MaxAnswerBytes);
        return services.AddTextModels(provider => new OpenRouterModels(
            new OpenRouterChat(
                model => Client(provider.GetRequiredService<IHttpClientFactory>(), options, model),
                MaxAnswerBytes,
                provider.GetRequiredService<TimeProvider>()
            ),
            options
        ));
    }

    private static ChatClient Client(IHttpClientFactory clients, OpenRouterOptions options, string model) =>
        new(
            model,
            new ApiKeyCredential(options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = options.BaseUrl,
                Transport = new HttpClientPipelineTransport(clients.CreateClient(OpenRouterOptions.Provider)),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0), // one call is one attempt; the package's own come without a pause
                NetworkTimeout = Timeout.InfiniteTimeSpan, // the deadline is ours
            }
        );
}
