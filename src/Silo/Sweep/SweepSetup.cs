using Campaigns.Grains;
using Campaigns.Projections.Generations;
using Campaigns.Projections.Publications;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Sweep;

/// <summary>Adds the sweep to a process that runs grains.</summary>
internal static class SweepSetup
{
    public static void AddDueSweep(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var reader = provider.GetRequiredService<DueReader>();
            var grains = provider.GetRequiredService<IGrainFactory>();
            return new DueSweep(
                reader.Until,
                (tenant, publication) => grains.Publication(tenant, publication).Wake(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DueSweep>>()
            );
        });
        services.AddHostedService(provider => provider.GetRequiredService<DueSweep>());
        services.AddAfterLoss(provider => provider.GetRequiredService<DueSweep>().Hurry);
    }

    public static void AddJobSweep(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return new JobSweep(
                provider.GetRequiredService<UnfinishedJobs>().Since,
                (tenant, job) => grains.Generation(tenant, job).Wake(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<JobSweep>>()
            );
        });
        services.AddHostedService(provider => provider.GetRequiredService<JobSweep>());
        services.AddAfterLoss(provider => provider.GetRequiredService<JobSweep>().Hurry);
    }
}
