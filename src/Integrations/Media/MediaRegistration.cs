using System.Net;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.VercelBlob;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.Integrations.Media;

/// <summary>Pictures and videos: kept in a folder or on Vercel Blob, made fit for the platform.</summary>
public static class MediaRegistration
{
    /// <summary>Adds <see cref="IMediaStore"/>, <see cref="IMediaShelf"/> and <see cref="IMediaStage"/>.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, MediaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        // Without loggers: they would write down addresses, and whoever knows a picture's address may see it.
        services.AddHttpClient<MediaReach>().RemoveAllLoggers().WithCarefulHandler(MediaOptions.LargestFile);
        if (options.Blob is { } blob)
            services.AddBlobMediaStore(blob);
        else
        {
            services.AddSingleton<LocalMediaStore>();
            services.AddSingleton<IMediaStore>(provider => provider.GetRequiredService<LocalMediaStore>());
            services.AddSingleton<IMediaShelf>(provider => provider.GetRequiredService<LocalMediaStore>());
        }
        services.AddSingleton<IReferencePictures>(provider => new ReferencePictures(
            provider.GetRequiredService<IMediaStore>(),
            Strangers(options.LoopbackAllowed)
        ));
        return services.AddSingleton<IMediaStage, MediaStage>();
    }

    /// <summary>Fetches from public addresses only, by the very addresses that were looked at, and follows nobody elsewhere.</summary>
    private static HttpClient Strangers(bool loopbackAllowed) =>
        new(new PublicConnections(loopbackAllowed, Dns.GetHostAddressesAsync).Handler()) { Timeout = Timeout.InfiniteTimeSpan };
}
