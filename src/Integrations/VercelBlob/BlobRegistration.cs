using Campaigns.Integrations.Http;
using Campaigns.Integrations.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>Vercel Blob as the place where pictures and videos are kept.</summary>
internal static class BlobRegistration
{
    public static void AddBlobMediaStore(this IServiceCollection services, BlobOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<BlobStore>();
        // Without loggers: they would write down addresses, and whoever knows a picture's address may see it.
        services.AddHttpClient<BlobClient>().RemoveAllLoggers().WithCarefulHandler(MediaOptions.LargestFile);
        services.AddSingleton<IMediaStore, BlobMediaStore>();
        services.AddSingleton<IMediaShelf, BlobShelf>();
    }
}
