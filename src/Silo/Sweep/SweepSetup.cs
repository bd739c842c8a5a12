using Campaigns.Grains;
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
}
