using System.Diagnostics;
using Campaigns.EventStore;
using Campaigns.Integrations;

namespace Campaigns.Silo.Failpoints;

/// <summary>Puts a failpoint around the log and the platform. Without one nothing of it is there, and grains know nothing of it in either case.</summary>
internal static class FailpointSetup
{
    private const string Immortal = "immortal";

    /// <summary>Call after the log and the platform were added.</summary>
    public static void AddFailpoint(this IServiceCollection services, Failpoint? failpoint, Action? kill = null)
    {
        if (failpoint is null)
            return;
        var armed = new ArmedFailpoint(failpoint, kill ?? KillThisProcess);
        services.Surround<IEventStore>(log => new MortalLog(log, armed));
        services.Surround<IInstagram>(instagram => new MortalInstagram(instagram, armed));
    }

    private static void Surround<T>(this IServiceCollection services, Func<T, T> around)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T) && !service.IsKeyedService);
        services.Remove(inner);
        services.AddKeyedSingleton<T>(Immortal, (provider, _) => (T)inner.ImplementationFactory!(provider)); // the container disposes of it
        services.AddSingleton(provider => around(provider.GetRequiredKeyedService<T>(Immortal)));
    }

    /// <summary>As <c>kill -9</c> does: nothing is flushed, nobody is told.</summary>
    private static void KillThisProcess()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        throw new UnreachableException("A process that was killed went on.");
    }
}
