using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Models;

/// <summary>
/// Models that make files, each behind its circuit, and every call told to <see cref="ProviderTelemetry"/>. The circuit is about beginning: what was
/// begun is looked at, stopped and fetched in any case.
/// </summary>
internal sealed class WatchedMediaModels(IMediaModels models, ModelCircuits circuits) : IMediaModels
{
    public string Provider => models.Provider;

    public IReadOnlySet<Capability> Makes => models.Makes;

    public Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct) =>
        ProviderTelemetry.Watch(
            Provider,
            NameOf(request),
            model,
            () => circuits.Pass(new(Provider, model), () => models.Begin(model, request, ct))
        );

    public Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "look", model, () => models.Look(model, operation, ct));

    public Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "cancel", () => models.Cancel(model, operation, ct));

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) =>
        ProviderTelemetry.Watch(Provider, "open", () => models.Open(made, ct));

    private static string NameOf(MediaRequest request) =>
        request switch
        {
            MediaRequest.Image => "draw",
            MediaRequest.Video => "film",
            MediaRequest.Speech => "speak",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
