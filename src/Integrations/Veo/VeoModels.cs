using System.Text.RegularExpressions;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Veo;

/// <summary>Veo, as operations that are looked at until they are done. There is no way to stop one that would stop the bill.</summary>
internal sealed partial class VeoModels(JsonCalls calls, MadeFiles files, VeoOptions options) : IMediaModels
{
    public const string Vendor = "Veo";

    private static readonly HashSet<Capability> Made = [Capability.Video];

    public string Provider => VeoOptions.Provider;

    public IReadOnlySet<Capability> Makes => Made;

    public async Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct)
    {
        if (request is not MediaRequest.Video video)
            return No(model, new(Failure.InvalidRequest, "videos_only"));
        var heard = await calls.Post(
            $"models/{Uri.EscapeDataString(model)}:predictLongRunning",
            VeoRequest.Body(model, video, options),
            options.CallTimeout,
            ct
        );
        if (!heard.IsSuccess)
            return new(VeoErrors.Of(heard, Asking.ToBegin).To<MediaWork>(Vendor, Asking.ToBegin), model, MeasuredUsage.None);
        return heard.Body.Text("name") is { } name && OperationName.IsMatch(name)
            ? new(
                new Reply<MediaWork>.Done(new MediaWork.Going(new TimedOperation(name, VeoRequest.SecondsOf(model, video)).ToString())),
                model,
                MeasuredUsage.None,
                name
            )
            : new(new Failed(Failure.NotJson, "no_operation").To<MediaWork>(Vendor, Asking.ToBegin), model, MeasuredUsage.None);
    }

    public async Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct)
    {
        var (name, seconds) = TimedOperation.Parse(operation);
        if (!OperationName.IsMatch(name))
            return No(model, new(Failure.ResultGone, "operation_name"));
        var heard = await calls.Get(name, options.CallTimeout, ct);
        var (work, failed) = heard.IsSuccess
            ? VeoResult.Of(heard.Body, operation, options.BaseUrl)
            : (null, VeoErrors.Of(heard, Asking.ToLook).To<MediaWork>(Vendor, Asking.ToLook));
        var made = work is MediaWork.Here or MediaWork.There;
        return new(
            work is null ? failed! : new Reply<MediaWork>.Done(work),
            model,
            made ? new() { VideoSeconds = seconds } : MeasuredUsage.None,
            name
        );
    }

    public Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct) =>
        Task.FromResult(new Failed(Failure.InvalidRequest, "no_cancel").To<bool>(Vendor, Asking.Once));

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) => files.Open(made, ct);

    private static Attempted<MediaWork> No(string model, Failed failed) =>
        new(failed.To<MediaWork>(Vendor, Asking.Once), model, MeasuredUsage.None);

    // It becomes part of an address: nothing that leads elsewhere fits.
    [GeneratedRegex(@"\A(?:models/[A-Za-z0-9][A-Za-z0-9._-]*/)?operations/[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex OperationName { get; }
}
