using Campaigns.Api;
using Campaigns.Api.Auth;
using Campaigns.Api.Evidence;
using Campaigns.Api.Exports;
using Campaigns.Api.Media;
using Campaigns.Api.Members;
using Campaigns.Domain.Publications;
using Campaigns.EventStore.Postgres;
using Campaigns.Grains;
using Campaigns.Grains.Erasures;
using Campaigns.Integrations.Erasure;
using Campaigns.Integrations.Members;
using Campaigns.Integrations.Reviews;
using Campaigns.Integrations.Vault;
using Campaigns.Keys;
using Campaigns.Projections;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Failpoints;
using Campaigns.Silo.Health;
using Campaigns.Silo.Logging;
using Campaigns.Silo.Prices;
using Campaigns.Silo.Providers;
using Campaigns.Silo.Sweep;
using Campaigns.Silo.Telemetry;
using Campaigns.Silo.Webhooks;

namespace Campaigns.Silo.Hosting;

/// <summary>Puts the parts together, for the roles that this process has.</summary>
internal static class CampaignsHost
{
    private const long MostSockets = 10_000; // each holds some 50 kB: a process has room for them, and not for any number

    public static WebApplication Build(SiloSettings settings, string[] args)
    {
        // Settings come from the environment, which does not change: watching the folder for files of settings would only cost.
        var builder = WebApplication.CreateSlimBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.AddJsonLines();
        builder.AddDraining(settings.DrainDelay);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentUpgradedConnections = MostSockets;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Prices);
        builder.Services.AddSingleton(PriceFile.UsualModels(settings.Gemini));
        builder.Services.AddHostedService<SettledMemory>();
        builder.Services.AddCampaignsHealth(settings);
        builder.Services.AddTelemetry(settings);

        if (settings.Runs(ProcessRoles.Silo))
            AddSilo(builder, settings);
        else
            builder.AddSiloClient(settings.Cluster, settings.Telemetry);
        builder.Services.AddMedia(settings);
        if (settings.Runs(ProcessRoles.Api))
            AddApi(builder, settings);

        var app = builder.Build();
        app.UseEdge(settings);
        app.MapCampaignsHealth(settings.PublicBaseUrl);
        app.MapMetrics();
        if (settings.Runs(ProcessRoles.Api))
            MapApi(app, settings);
        return app;
    }

    private static void AddSilo(WebApplicationBuilder builder, SiloSettings settings)
    {
        var url = settings.SiloDatabase!;
        builder.Services.AddDataSource(DataSources.Log, url, most: 20);
        builder.Services.AddDataSource(DataSources.Orleans, url, most: 16);
        builder.Services.AddDataSource(DataSources.Vault, url, most: 8);
        builder.Services.AddDataSource(DataSources.Webhooks, url, most: 6);
        var projections = builder.Services.AddDataSource(DataSources.Projections, url, most: 10);

        builder.Services.AddPostgresEventStore(services => services.DataSource(DataSources.Log));
        builder.Services.AddProviders(settings);
        builder.Services.AddFailpoint(settings.Failpoint);
        builder.Services.AddGrains(PublishingPace.Default.WithCalls(settings.Publishing.CallTimeout, settings.Publishing.CallDeadline));
        builder.AddSilo(settings.Cluster, settings.Telemetry);
        builder.Services.AddMemberDirectory(services => services.DataSource(DataSources.Vault));
        builder.Services.AddTenantKeys(services => services.DataSource(DataSources.Vault), settings.Masters);
        builder.Services.AddTokenVault(services => services.DataSource(DataSources.Vault));
        builder.Services.AddTenantRemains(services => services.DataSource(DataSources.Projections));
        builder.Services.AddSingleton(new ErasureOptions(settings.ErasureGrace));
        builder.Services.AddReviewLinks(new(settings.MasterKey) { FormerMasterKeys = settings.FormerMasterKeys });
        builder.Services.AddProjections(projections);
        builder.Services.AddDueSweep(); // after Orleans: what it wakes must be there
        builder.Services.AddJobSweep();
        builder.Services.AddMediaSweep();
        builder.Services.AddOutgoingWebhooks(projections, settings);
    }

    private static void AddApi(WebApplicationBuilder builder, SiloSettings settings)
    {
        var reads = builder.Services.AddDataSource(DataSources.Api, settings.ApiDatabase!, most: 30);
        builder.Services.AddReaders(reads, direct: settings.ApiDatabase!.IsPooled ? null : reads);
        builder.Services.AddEdge(settings);
        builder.Services.AddCampaignsApi(
            new ClerkOptions(settings.Clerk!.Issuer, settings.Clerk.AuthorizedParties, settings.Sandbox)
            {
                SuperAdmins = settings.Clerk.SuperAdmins,
                WebhookKey = settings.Clerk.WebhookKey,
            },
            Edge.Limits(settings.Edge)
        );
    }

    private static void MapApi(WebApplication app, SiloSettings settings)
    {
        app.UseCors();
        app.UseAuthentication();
        app.UseMiddleware<CallerScope>();
        app.UseAuthorization();
        app.MapCampaignsApi();
        app.MapMedia();
        app.MapEvidence();
        app.MapClerkWebhook();
        app.MapExport();
        if (settings.Telemetry.Dashboard)
            app.MapDashboard();
    }
}
