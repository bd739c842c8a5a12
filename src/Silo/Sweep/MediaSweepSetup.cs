using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Campaigns.Integrations;
using Campaigns.Projections;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Media;

namespace Campaigns.Silo.Sweep;

/// <summary>Adds the sweep of stored files to a process that runs grains.</summary>
internal static class MediaSweepSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static void AddMediaSweep(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var holders = provider.GetRequiredService<MediaHolders>();
            var grains = provider.GetRequiredService<IGrainFactory>();
            return Make(provider, (tenant, key, ct) => Forget(holders, grains, tenant, key, ct));
        });
        services.AddHostedService<MediaSweeping>();
    }

    /// <summary>One that only looks.</summary>
    public static MediaSweep OnlyLooking(IServiceProvider provider) => Make(provider, (_, _, _) => Task.CompletedTask);

    private static MediaSweep Make(IServiceProvider provider, ForgetMedia forget)
    {
        var lag = provider.GetRequiredService<ProjectionLag>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return new MediaSweep(
            provider.GetRequiredService<IMediaStore>(),
            provider.GetRequiredService<MediaHolders>().PointedAt,
            forget,
            ct => HasReadAll(lag, clock, ct),
            clock,
            provider.GetRequiredService<ILogger<MediaSweep>>()
        );
    }

    private static async Task Forget(MediaHolders holders, IGrainFactory grains, TenantId tenant, string key, CancellationToken ct)
    {
        if (MediaFileId.Of(key) is not { } id || !(await holders.InGallery(tenant, [key], ct)).Contains(key))
            return;
        await grains.MediaFile(tenant, id).Remove(key, new(CommandId.Parse($"sweep-{id}"), ActorId.Sweeper));
    }

    /// <summary>An event that is parked may mention any file: with one nothing is known.</summary>
    private static async Task<bool> HasReadAll(ProjectionLag lag, TimeProvider clock, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var head = (await Standing(lag, ct))?.Head;
        while (head is { } wanted && await Standing(lag, ct) is { Parked: 0 } now)
        {
            if (now.Position >= wanted)
                return true;
            if (clock.GetElapsedTime(began) > Patience)
                return false;
            await Task.Delay(LookEvery, clock, ct);
        }
        return false;
    }

    private static async Task<ProjectionStatus?> Standing(ProjectionLag lag, CancellationToken ct) =>
        (await lag.Measure(ct)).FirstOrDefault(one => one.Name == ReadModels.MediaHolders);
}
