using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Fal;

/// <summary>FAL's models that film.</summary>
public static class FalRegistration
{
    private const long MaxAnswerBytes = 4 * 1024 * 1024;

    /// <summary>Adds <see cref="IMediaModels"/>.</summary>
    public static IServiceCollection AddFal(this IServiceCollection services, FalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        const string name = FalOptions.Provider;
        services.AddModelClient(name, options.QueueUrl, ("Authorization", $"Key {options.ApiKey}"), MaxAnswerBytes);
        services.AddFilesElsewhere(name, options.LoopbackAllowed);
        var limits = new FileLimits(options.FileSilence, options.FileTimeout, options.LoopbackAllowed);
        return services.AddMediaModels(provider => new FalModels(
            provider.CallsOf(name),
            provider.FilesOf(name, FalModels.Vendor, limits),
            options
        ));
    }
}
