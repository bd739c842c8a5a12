using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.Publications;

namespace Campaigns.Grains.Generations;

/// <summary>
/// Shares the calls to models among tenants: first come, first served within a tenant, in turn among tenants. Films, which take minutes, have turns
/// of their own: nobody waits with a caption until clips are made.
/// </summary>
internal sealed class ModelTurns(GenerationSettings settings, TimeProvider clock) : IDisposable
{
    private readonly PlatformTurns films = Turns(settings, clock);
    private readonly PlatformTurns others = Turns(settings, clock);

    /// <summary>Queues up for a turn; it may come at once. Whoever has it, or no longer wants it, disposes of it.</summary>
    public PlatformTurn Ask(TenantId tenant, Capability what) => (what is Capability.Video ? films : others).Ask(tenant, isUrgent: false);

    public void Dispose()
    {
        films.Dispose();
        others.Dispose();
    }

    private static PlatformTurns Turns(GenerationSettings settings, TimeProvider clock) =>
        new(
            new(settings.MostCalls, settings.MostCallsOfOne)
            {
                MostBeginning = settings.MostCalls,
                MostBeginningOfOne = settings.MostCallsOfOne,
                MostBeginningAlone = settings.MostCallsOfOne,
            },
            clock
        );
}
