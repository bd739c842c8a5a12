using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Models;

/// <summary>Which models are asked for what, the first one first, and the next one when it cannot. Only models of providers that have a key.</summary>
/// <param name="Text">Those that write.</param>
/// <param name="Image">Those that draw.</param>
/// <param name="Video">Those that film.</param>
/// <param name="Speech">Those that speak.</param>
public sealed record ModelChains(
    IReadOnlyList<ModelChoice> Text,
    IReadOnlyList<ModelChoice> Image,
    IReadOnlyList<ModelChoice> Video,
    IReadOnlyList<ModelChoice> Speech
)
{
    /// <summary>The chain for that; empty when nothing is configured that could.</summary>
    public IReadOnlyList<ModelChoice> Of(Capability capability) =>
        capability switch
        {
            Capability.Text => Text,
            Capability.Image => Image,
            Capability.Video => Video,
            Capability.Speech => Speech,
            _ => throw new ArgumentOutOfRangeException(nameof(capability), capability, "No such capability."),
        };
}
