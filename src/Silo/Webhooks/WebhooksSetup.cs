using Campaigns.Grains;
using Campaigns.Grains.Webhooks;
using Campaigns.Integrations.Webhooks;
using Campaigns.Projections;
using Campaigns.Projections.Webhooks;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Npgsql;

namespace Campaigns.Silo.Webhooks;

/// <summary>Adds outgoing webhooks to a process that runs grains. After Orleans: what is woken must be there.</summary>
internal static class WebhooksSetup
{
    public static void AddOutgoingWebhooks(this IServiceCollection services, NpgsqlDataSource projections, SiloSettings settings)
    {
        services.AddWebhooks(provider => provider.DataSource(DataSources.Webhooks), new(LoopbackAllowed: settings.Sandbox));
        services.AddSingleton<IWebhookNews, WebhookNews>();
        services.AddSingleton<WakeWebhook>(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return webhook => grains.WebhookDispatch(webhook.Tenant, webhook.Webhook).Wake(webhook.Since);
        });
        services.AddWebhookAlarm(projections, provider => provider.GetRequiredService<WakeWebhook>());
        services.AddAfterLoss(provider => provider.GetRequiredService<WebhookAlarm>().Hurry);
        services.AddHostedService<WebhookSweep>();
    }
}
