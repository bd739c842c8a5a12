using Campaigns.Domain.Tenants;
using Campaigns.Grains.Publications;

namespace Campaigns.Grains.Generations;

/// <summary>Shares the calls to models among tenants: first come, first served within a tenant, in turn among tenants.</summary>
internal sealed class ModelTurns(GenerationSettings settings, TimeProvider clock) : IDisposable
{
    private readonly PlatformTurns turns = new(
        new(settings.MostCalls, settings.MostCallsOfOne)
        {
            MostBeginning = settings.MostCalls,
            MostBeginningOfOne = settings.MostCallsOfOne,
        },
        clock
    );

    /// <summary>Queues up for a turn; it may come at once. Whoever has it, or no longer wants it, disposes of it.</summary>
    public PlatformTurn Ask(TenantId tenant) => turns.Ask(tenant, isUrgent: false);

    public void Dispose() => turns.Dispose();
}
