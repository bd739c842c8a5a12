using System.Net;
using Campaigns.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaigns.Integrations.Webhooks;

/// <summary>Outgoing webhooks: the messages on Postgres, and their sending.</summary>
public static class WebhooksRegistration
{
    /// <summary>Adds <see cref="IWebhookSender"/> and <see cref="IWebhookDeliveries"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    /// <param name="options">How to send.</param>
    public static IServiceCollection AddWebhooks(
        this IServiceCollection services,
        Func<IServiceProvider, NpgsqlDataSource> source,
        WebhookOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IWebhookSender>(provider => new WatchedSender(
                Sender(options, Dns.GetHostAddressesAsync, provider.GetRequiredService<TimeProvider>())
            ))
            .AddSingleton<IWebhookDeliveries>(provider => new PostgresDeliveries(source(provider)));
    }

    /// <summary>A sender that looks names up as it is told.</summary>
    internal static HttpWebhookSender Sender(WebhookOptions options, ResolveHost resolve, TimeProvider clock)
    {
        var handler = new PublicConnections(options.LoopbackAllowed, resolve).Handler();
        return new(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, options, clock);
    }
}
