using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Veo;

/// <summary>Google's models that film.</summary>
public static class VeoRegistration
{
    private const long MaxAnswerBytes = 64 * 1024 * 1024; // a sample may come in the answer itself

    /// <summary>Adds <see cref="IMediaModels"/>.</summary>
    public static IServiceCollection AddVeo(this IServiceCollection services, VeoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        const string name = VeoOptions.Provider;
        services.AddModelClient(name, options.BaseUrl, ("x-goog-api-key", options.ApiKey), MaxAnswerBytes);
        services.AddFilesElsewhere(name, options.LoopbackAllowed);
        var limits = new FileLimits(options.FileSilence, options.FileTimeout, options.LoopbackAllowed);
        return services.AddMediaModels(provider => new VeoModels(
            provider.CallsOf(name),
            provider.FilesOf(name, VeoModels.Vendor, limits),
            options
        ));
    }
}
