using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Replicate;

/// <summary>Replicate's models that draw.</summary>
public static class ReplicateRegistration
{
    private const long MaxAnswerBytes = 16 * 1024 * 1024; // a prediction repeats its input, pictures in it

    /// <summary>Adds <see cref="IMediaModels"/>.</summary>
    public static IServiceCollection AddReplicate(this IServiceCollection services, ReplicateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        const string name = ReplicateOptions.Provider;
        services.AddModelClient(name, options.BaseUrl, ("Authorization", $"Bearer {options.ApiToken}"), MaxAnswerBytes);
        services.AddFilesElsewhere(name, options.LoopbackAllowed);
        var limits = new FileLimits(options.FileSilence, options.FileTimeout, options.LoopbackAllowed);
        return services.AddMediaModels(provider => new ReplicateModels(
            provider.CallsOf(name),
            provider.FilesOf(name, ReplicateModels.Vendor, limits),
            options
        ));
    }
}
