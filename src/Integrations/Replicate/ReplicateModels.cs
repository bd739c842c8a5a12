using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Replicate;

/// <summary>
/// Replicate's models that draw, as predictions. They are begun without <c>Prefer: wait</c>: the id of a job must be ours before the job costs
/// anything, and a call that waits for the picture would lose both when it breaks.
/// </summary>
internal sealed partial class ReplicateModels(JsonCalls calls, MadeFiles files, ReplicateOptions options) : IMediaModels
{
    public const string Vendor = "Replicate";

    private static readonly HashSet<Capability> Made = [Capability.Image];

    public string Provider => ReplicateOptions.Provider;

    public IReadOnlySet<Capability> Makes => Made;

    public async Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct)
    {
        if (request is not MediaRequest.Image image)
            return No(model, new(Failure.InvalidRequest, "images_only"));
        if (!ModelName.IsMatch(model))
            return No(model, new(Failure.InvalidRequest, "model_name"));
        if (ReplicateInput.Refused(image) is { } refused)
            return No(model, refused);
        var heard = await calls.Post(
            $"models/{model}/predictions",
            new JsonObject { ["input"] = ReplicateInput.Of(image, options.Resolution) },
            options.CallTimeout,
            ct,
            ("Cancel-After", string.Create(CultureInfo.InvariantCulture, $"{options.JobLimit.TotalSeconds:0}s"))
        );
        return Prediction.Read(heard, model, options.Resolution, Asking.ToBegin);
    }

    public async Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct) =>
        OperationName.IsMatch(operation)
            ? Prediction.Read(
                await calls.Get($"predictions/{operation}", options.CallTimeout, ct),
                model,
                options.Resolution,
                Asking.ToLook
            )
            : No(model, new(Failure.ResultGone, "operation_name"));

    public async Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct)
    {
        if (!OperationName.IsMatch(operation))
            return new Failed(Failure.InvalidRequest, "operation_name").To<bool>(Vendor, Asking.Once);
        var heard = await calls.Post($"predictions/{operation}/cancel", null, options.CallTimeout, ct);
        return heard.IsSuccess
            ? new Reply<bool>.Done(true)
            : (heard.Failed ?? ReplicateErrors.Of(heard, Asking.ToLook)).To<bool>(Vendor, Asking.ToLook);
    }

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) => files.Open(made, ct);

    internal static bool IsName(string? id) => id is not null && OperationName.IsMatch(id);

    private static Attempted<MediaWork> No(string model, Failed failed) =>
        new(failed.To<MediaWork>(Vendor, Asking.Once), model, MeasuredUsage.None);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]*/[A-Za-z0-9][A-Za-z0-9_.-]*\z")]
    private static partial Regex ModelName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,64}\z")]
    private static partial Regex OperationName { get; }
}
