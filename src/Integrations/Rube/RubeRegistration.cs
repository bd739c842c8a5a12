using Campaigns.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.Integrations.Rube;

/// <summary>Instagram through Rube.</summary>
public static class RubeRegistration
{
    /// <summary>Adds <see cref="IInstagram"/>. Needs an <see cref="ITokenVault"/>.</summary>
    public static IServiceCollection AddRubeInstagram(this IServiceCollection services, RubeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // No retries here: what is safe to repeat depends on the tool, and the saga knows.
        services.AddHttpClient<McpClient>().RedactLoggedHeaders([options.TokenHeader]).WithCarefulHandler(McpReading.MaxBytes);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<McpSessions>();
        services.AddSingleton<RubeClient>();
        services.AddSingleton<RubeInstagram>();
        return services.AddSingleton<IInstagram>(provider => new WatchedInstagram(provider.GetRequiredService<RubeInstagram>()));
    }
}
