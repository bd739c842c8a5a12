using System.Net;
using Campaigns.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.Integrations.Models;

/// <summary>How every provider's models are registered: watched, and behind circuits.</summary>
internal static class ModelsRegistration
{
    private const long MostIgnored = 64 * 1024;

    public static IServiceCollection AddTextModels(this IServiceCollection services, Func<IServiceProvider, ITextModels> make)
    {
        services.AddCircuits();
        return services.AddSingleton<ITextModels>(provider => new WatchedTextModels(
            make(provider),
            provider.GetRequiredService<ModelCircuits>()
        ));
    }

    public static IServiceCollection AddMediaModels(this IServiceCollection services, Func<IServiceProvider, IMediaModels> make)
    {
        services.AddCircuits();
        return services.AddSingleton<IMediaModels>(provider => new WatchedMediaModels(
            make(provider),
            provider.GetRequiredService<ModelCircuits>()
        ));
    }

    /// <summary>A client that knows a provider's address and key.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The provider's.</param>
    /// <param name="address">What paths are appended to.</param>
    /// <param name="key">The header that opens it.</param>
    /// <param name="mostBytes">The longest answer that is read into memory.</param>
    public static void AddModelClient(
        this IServiceCollection services,
        string name,
        Uri address,
        (string Header, string Value) key,
        long mostBytes
    ) =>
        services
            .AddHttpClient(name)
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + '/');
                client.DefaultRequestHeaders.TryAddWithoutValidation(key.Header, key.Value);
            })
            .RedactLoggedHeaders([key.Header])
            .WithCarefulHandler(mostBytes);

    /// <summary>JSON calls over the client of that name.</summary>
    public static JsonCalls CallsOf(this IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), provider.GetRequiredService<TimeProvider>());

    /// <summary>A client for files of a provider's that lie elsewhere.</summary>
    public static void AddFilesElsewhere(this IServiceCollection services, string name, bool loopbackAllowed) =>
        services
            .AddHttpClient(Elsewhere(name))
            .RemoveAllLoggers() // addresses of results are as good as the files
            .WithCarefulHandler(MostIgnored)
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                var handler = OutsideHttp.Handler();
                handler.UseProxy = false; // a proxy would be what is connected to, and would look the name up itself
                handler.ConnectCallback = new PublicConnections(loopbackAllowed, Dns.GetHostAddressesAsync).Connect;
                return handler;
            });

    /// <summary>Files over both clients of that provider.</summary>
    public static MadeFiles FilesOf(this IServiceProvider provider, string name, string vendor, FileLimits limits)
    {
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        return new(vendor, clients.CreateClient(name), clients.CreateClient(Elsewhere(name)), limits);
    }

    private static string Elsewhere(string name) => $"{name} files elsewhere";

    private static void AddCircuits(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CircuitOptions>();
        services.TryAddSingleton<ModelCircuits>();
    }
}
