using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Grains.Generations;

/// <summary>All models there are, by provider.</summary>
internal sealed class Models(IEnumerable<ITextModels> text, IEnumerable<IMediaModels> media)
{
    private readonly Dictionary<string, ITextModels> text = text.ToDictionary(models => models.Provider);
    private readonly IMediaModels[] media = [.. media];

    /// <summary>Those of a provider that write; null when it is not set up.</summary>
    public ITextModels? Text(ModelChoice model) => text.GetValueOrDefault(model.Provider);

    /// <summary>Those of a provider that make this; null when it is not set up.</summary>
    public IMediaModels? Media(ModelChoice model, Capability what) =>
        Array.Find(media, models => models.Provider == model.Provider && models.Makes.Contains(what));

    /// <summary>Why a model cannot be asked; null when it can.</summary>
    public Problem? Missing(ModelChoice? model, Capability what) =>
        model is null ? new(ProblemClass.Misconfigured, "not_configured", $"No model is configured for {what}.")
        : what is Capability.Text ? (Text(model) is null ? NotSetUp(model) : null)
        : Media(model, what) is null ? NotSetUp(model)
        : null;

    private static Problem NotSetUp(ModelChoice model) =>
        new(ProblemClass.Misconfigured, "not_configured", $"This system has no provider '{model.Provider}' for it, or no key of it.");
}
