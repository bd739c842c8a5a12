namespace Campaigns.Integrations.Models;

/// <summary>Models that write, each behind its circuit, and every call told to <see cref="ProviderTelemetry"/>.</summary>
internal sealed class WatchedTextModels(ITextModels models, ModelCircuits circuits) : ITextModels
{
    public string Provider => models.Provider;

    public Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct) =>
        ProviderTelemetry.Watch(
            Provider,
            "write",
            model,
            () => circuits.Pass(new(Provider, model), () => models.Write(model, request, ct))
        );
}
