using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Campaigns.Silo.Logging;
using Campaigns.Silo.Providers;
using Microsoft.AspNetCore.Connections;

namespace Campaigns.Silo.Verbs;

/// <summary>No verb: runs the roles that the environment names, until told to stop.</summary>
internal static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        var settings = SettingsReader.Read(Variables.OfProcess());
        using (var logging = LoggerFactory.Create(logging => logging.AddJsonLines()))
        {
            var logger = logging.CreateLogger("Campaigns.Silo");
            ProvidersSetup.Tell(settings, logger);
            logger.LogInformation("Starting as {Roles} in the cluster {Cluster}", settings.Roles, settings.Cluster.Id);
            if (settings.Runs(ProcessRoles.Silo))
            {
                OrleansSetup.Tell(settings.Cluster, logger);
                PortCheck.Refuse(settings.Cluster);
            }
            // Orleans dies with an unhandled exception when its database is not there, so this comes before it.
            await DatabaseGate.Pass(settings, logger, CancellationToken.None);
        }

        await using var app = CampaignsHost.Build(settings, args);
        try
        {
            await app.RunAsync();
            return CommandLine.Done;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new ConfigurationException($"--urls: {e.Message}");
        }
    }
}
