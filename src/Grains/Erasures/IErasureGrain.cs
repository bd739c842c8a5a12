using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Erasures;

/// <summary>Erases a tenant, once its days of grace are over.</summary>
public interface IErasureGrain : IGrainWithStringKey
{
    /// <summary>Plans it.</summary>
    Task<Outcome> Ask(EraseTenant ask, CommandContext by);

    /// <summary>Takes it back, while it has not begun.</summary>
    Task<Outcome> Cancel(CancelErasure ask, CommandContext by);
}
