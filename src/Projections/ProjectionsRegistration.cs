using Campaigns.EventStore;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Ledgers;
using Campaigns.Projections.Media;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Tenants;
using Campaigns.Projections.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections;

/// <summary>Puts the projections into a silo's container.</summary>
public static class ProjectionsRegistration
{
    /// <summary>Tails the log into the read models, and lets the silo ask what is due and how far the projections lag.</summary>
    /// <param name="services">Must hold an <see cref="IEventStore"/>, a <see cref="TimeProvider"/> and logging.</param>
    /// <param name="source">A direct address (no pooler), as the role <c>campaigns_silo</c>. Not disposed of.</param>
    public static IServiceCollection AddProjections(this IServiceCollection services, NpgsqlDataSource source) =>
        services
            .AddRowProjection(new CampaignsProjection())
            .AddRowProjection(new ItemsProjection())
            .AddRowProjection(new PublicationsProjection())
            .AddRowProjection(new CalendarProjection())
            .AddRowProjection(new DueProjection())
            .AddRowProjection(new AccountsProjection())
            .AddRowProjection(new BrandsProjection())
            .AddRowProjection(new TenantsProjection())
            .AddRowProjection(new GenerationsProjection())
            .AddRowProjection(new HistoryProjection())
            .AddRowProjection(new WebhooksProjection())
            .AddRowProjection(new AttemptsProjection())
            .AddRowProjection(new UsageDaysProjection())
            .AddRowProjection(new MediaProjection())
            .AddRowProjection(new MediaHoldersProjection())
            .AddSingleton(_ => new MediaHolders(source))
            .AddSingleton(_ => new DueReader(source))
            .AddSingleton(_ => new UnfinishedJobs(source))
            .AddSingleton(provider => new ProjectionBuilds(
                source,
                provider.GetServices<IProjection>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new ProjectionLag(
                provider.GetRequiredService<IEventStore>(),
                source,
                provider.GetServices<IProjection>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddHostedService(provider => new ProjectionRunner(
                provider.GetRequiredService<IEventStore>(),
                source,
                provider.GetServices<IProjection>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ProjectionRunner>>()
            ));

    /// <summary>Wakes webhooks when they have something to be told.</summary>
    /// <param name="services">Must hold a <see cref="TimeProvider"/> and logging.</param>
    /// <param name="source">A direct address (no pooler), as the role <c>campaigns_silo</c>. Not disposed of.</param>
    /// <param name="wake">Wakes one.</param>
    public static IServiceCollection AddWebhookAlarm(
        this IServiceCollection services,
        NpgsqlDataSource source,
        Func<IServiceProvider, WakeWebhook> wake
    ) =>
        services
            .AddSingleton(_ => new WebhookWork(source))
            .AddSingleton(provider => new WebhookAlarm(
                source,
                provider.GetRequiredService<WebhookWork>(),
                wake(provider),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<WebhookAlarm>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<WebhookAlarm>());

    private static IServiceCollection AddRowProjection<TId, TRow>(this IServiceCollection services, IRowProjection<TId, TRow> projection)
        where TId : notnull
        where TRow : class => services.AddSingleton<IProjection>(new RowProjection<TId, TRow>(projection));
}
