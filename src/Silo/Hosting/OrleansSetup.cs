using System.Net;
using Campaigns.Grains;
using Campaigns.Grains.EventSourcing;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Logging;
using Campaigns.Silo.Telemetry;
using Npgsql;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Campaigns.Silo.Hosting;

/// <summary>Orleans over our Postgres: membership, reminders and snapshots, as a silo or as a client of silos elsewhere.</summary>
internal static class OrleansSetup
{
    private const string Invariant = "Npgsql";

    /// <summary>Reminders and snapshots belong to it; it outlives any cluster id.</summary>
    private const string ServiceId = "campaigns";

    /// <summary>
    /// How many grains' places a silo remembers; more are asked for again. The default of a million sets 25 MB aside before the first grain.
    /// </summary>
    private const int RememberedPlaces = 100_000;

    public static void AddSilo(this IHostApplicationBuilder builder, ClusterSettings cluster, TelemetrySettings telemetry)
    {
        builder.UseOrleans(silo =>
        {
            if (telemetry.Export)
                silo.AddActivityPropagation();
            if (telemetry.Dashboard)
                silo.AddDashboard(DashboardSetup.Configure);
            silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ServiceId, cluster.Id))
                .ConfigureEndpoints(
                    cluster.Address,
                    cluster.SiloPort,
                    cluster.GatewayPort,
                    listenOnAnyHostAddress: !IPAddress.IsLoopback(cluster.Address)
                )
                .AddFailureDetection()
                .Configure<GrainDirectoryOptions>(options => options.CacheSize = RememberedPlaces)
                .UseAdoNetClustering(options =>
                    options.Configure<IServiceProvider>((o, services) => (o.Invariant, o.DataSource) = Own(services))
                )
                .UseAdoNetReminderService(options =>
                    options.Configure<IServiceProvider>((o, services) => (o.Invariant, o.DataSource) = Own(services))
                )
                .AddAdoNetGrainStorage(
                    GrainsRegistration.SnapshotStorage,
                    options =>
                        options.Configure<IServiceProvider>(
                            (o, services) =>
                            {
                                (o.Invariant, o.DataSource) = Own(services);
                                o.GrainStorageSerializer = new SnapshotSerializer();
                            }
                        )
                )
                .AddIncomingGrainCallFilter<GrainCallScope>();
        });
    }

    /// <summary>Says who may come in. Orleans itself asks nobody who they are.</summary>
    public static void Tell(ClusterSettings cluster, ILogger logger)
    {
        if (!IPAddress.IsLoopback(cluster.Address))
            logger.LogWarning(
                "CAMPAIGNS_SILO_ADDRESS is {Address}: the ports {SiloPort} and {GatewayPort} are open to the network, without encryption "
                    + "and without a login. Whoever reaches them may act for every tenant: let only silos and API processes reach them",
                cluster.Address,
                cluster.SiloPort,
                cluster.GatewayPort
            );
    }

    public static void AddSiloClient(this IHostApplicationBuilder builder, ClusterSettings cluster, TelemetrySettings telemetry)
    {
        builder.UseOrleansClient(client =>
        {
            if (telemetry.Export)
                client.AddActivityPropagation();
            if (telemetry.Dashboard)
                client.AddDashboard(DashboardSetup.Configure);
            client
                .Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ServiceId, cluster.Id))
                .AddPatience()
                .UseAdoNetClustering(options =>
                    options.Configure<IServiceProvider>(
                        (o, services) => (o.Invariant, o.DataSource) = (Invariant, services.DataSource(DataSources.Api))
                    )
                );
            client.Services.AddRateLimits().AddGrainSerialization();
        });
    }

    private static (string Invariant, NpgsqlDataSource Source) Own(IServiceProvider services) =>
        (Invariant, services.DataSource(DataSources.Orleans));
}
