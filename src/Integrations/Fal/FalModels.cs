using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Fal;

/// <summary>FAL's models that film, by its queue. That a request is completed does not say that it went well: the result does.</summary>
internal sealed partial class FalModels(JsonCalls calls, MadeFiles files, FalOptions options) : IMediaModels
{
    public const string Vendor = "FAL";

    private static readonly HashSet<Capability> Made = [Capability.Video];

    public string Provider => FalOptions.Provider;

    public IReadOnlySet<Capability> Makes => Made;

    public async Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct)
    {
        if (request is not MediaRequest.Video video)
            return No(model, new(Failure.InvalidRequest, "videos_only"));
        if (!ModelName.IsMatch(model))
            return No(model, new(Failure.InvalidRequest, "model_name"));
        var input = FalInput.For(model, video, options.Resolution);
        var heard = await calls.Post(input.Path, input.Body, options.CallTimeout, ct);
        var id = heard.Body.Text("request_id");
        if (!heard.IsSuccess)
            return new(
                (heard.Failed ?? FalErrors.Of(heard, Asking.ToBegin)).To<MediaWork>(Vendor, Asking.ToBegin),
                model,
                MeasuredUsage.None,
                heard.Header("x-fal-request-id")
            );
        return RequestOf(heard.Body, model) is { } name
            ? new(
                new Reply<MediaWork>.Done(new MediaWork.Going(new TimedOperation(name, input.Seconds).ToString())),
                model,
                MeasuredUsage.None,
                id
            )
            : new(new Failed(Failure.NotJson, "no_request_id").To<MediaWork>(Vendor, Asking.ToBegin), model, MeasuredUsage.None);
    }

    public async Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct)
    {
        var (name, seconds) = TimedOperation.Parse(operation);
        if (!RequestName.IsMatch(name))
            return No(model, new(Failure.ResultGone, "operation_name"));
        var status = await calls.Get($"{name}/status", options.CallTimeout, ct);
        var reply =
            !status.IsSuccess ? (status.Failed ?? FalErrors.Of(status, Asking.ToLook)).To<MediaWork>(Vendor, Asking.ToLook)
            : status.Body.Text("status") is "IN_QUEUE" or "IN_PROGRESS" ? new Reply<MediaWork>.Done(new MediaWork.Going(operation))
            : status.Body.Text("status") is not "COMPLETED" ? new Failed(Failure.NotJson, "no_status").To<MediaWork>(Vendor, Asking.ToLook)
            : FalErrors.OfCompleted(status.Body) is { } failed ? failed.To<MediaWork>(Vendor, Asking.Ended)
            : Result(await calls.Get(name, options.CallTimeout, ct));
        return new(
            reply,
            model,
            reply is Reply<MediaWork>.Done { Value: MediaWork.There } ? new() { VideoSeconds = seconds } : MeasuredUsage.None,
            name[(name.LastIndexOf('/') + 1)..]
        );
    }

    public async Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct)
    {
        var name = TimedOperation.Parse(operation).Name;
        if (!RequestName.IsMatch(name))
            return new Failed(Failure.InvalidRequest, "operation_name").To<bool>(Vendor, Asking.Once);
        var heard = await calls.Put($"{name}/cancel", options.CallTimeout, ct);
        return heard.IsSuccess || heard.Body.Text("status") is "ALREADY_COMPLETED" or "NOT_FOUND"
            ? new Reply<bool>.Done(true)
            : (heard.Failed ?? FalErrors.Of(heard, Asking.ToLook)).To<bool>(Vendor, Asking.ToLook);
    }

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) => files.Open(made, ct);

    private static Reply<MediaWork> Result(Heard heard)
    {
        // An error status here is the model's own, unless nothing of FAL's is in it.
        var asking = heard.Body.Member("detail").ValueKind is JsonValueKind.Undefined ? Asking.ToLook : Asking.Ended;
        if (!heard.IsSuccess)
            return (heard.Failed ?? FalErrors.Of(heard, Asking.ToLook)).To<MediaWork>(Vendor, asking);
        var video = heard.Body.Member("video");
        return video.Text("url") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? new Reply<MediaWork>.Done(new MediaWork.There(address, video.Text("content_type")))
            : new Failed(Failure.Empty, "no_video").To<MediaWork>(Vendor, Asking.Ended);
    }

    /// <summary>
    /// <c>owner/app/requests/id</c>: requests live under the first two parts of a model's id only. The addresses in the answer are believed where
    /// they lie at our own address of the queue.
    /// </summary>
    private string? RequestOf(JsonElement answer, string model)
    {
        var home = options.QueueUrl.AbsoluteUri.TrimEnd('/') + '/';
        if (
            answer.Text("response_url") is { } told
            && told.StartsWith(home, StringComparison.Ordinal)
            && RequestName.IsMatch(told[home.Length..])
        )
            return told[home.Length..];
        var name = $"{string.Join('/', model.Split('/').Take(2))}/requests/{answer.Text("request_id")}";
        return RequestName.IsMatch(name) ? name : null;
    }

    private static Attempted<MediaWork> No(string model, Failed failed) =>
        new(failed.To<MediaWork>(Vendor, Asking.Once), model, MeasuredUsage.None);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*){1,6}\z")]
    private static partial Regex ModelName { get; }

    [GeneratedRegex(@"\A(?:[A-Za-z0-9][A-Za-z0-9_.-]*/){2,6}requests/[A-Za-z0-9][A-Za-z0-9_-]*\z")]
    private static partial Regex RequestName { get; }
}
