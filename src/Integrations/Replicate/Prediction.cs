using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Replicate;

/// <summary>How far a prediction is, by its own status: the call's says nothing of it.</summary>
internal static class Prediction
{
    public static Attempted<MediaWork> Read(Heard heard, string model, string resolution, Asking asking)
    {
        if (!heard.IsSuccess)
            return Told(
                (heard.Failed ?? ReplicateErrors.Of(heard, asking)).To<MediaWork>(ReplicateModels.Vendor, asking),
                MeasuredUsage.None
            );
        var body = heard.Body;
        var id = body.Text("id");
        return body.Text("status") switch
        {
            "starting" or "processing" when ReplicateModels.IsName(id) => Told(
                new Reply<MediaWork>.Done(new MediaWork.Going(id!)),
                MeasuredUsage.None
            ),
            "succeeded" => Made(body) is { } made
                ? Told(new Reply<MediaWork>.Done(made), new() { Images = 1, ImageSize = resolution })
                : Told(Ended(new(Failure.ResultGone, "no_output")), new() { Images = 1, ImageSize = resolution }),
            "failed" => Told(Ended(ReplicateErrors.OfPrediction(body.Text("error"))), MeasuredUsage.None),
            "canceled" => Told(Ended(new(Failure.Stopped, "canceled")), MeasuredUsage.None),
            "aborted" => Told(Ended(new(Failure.Stopped, "aborted")), MeasuredUsage.None),
            _ => Told(new Failed(Failure.NotJson, "no_status").To<MediaWork>(ReplicateModels.Vendor, asking), MeasuredUsage.None),
        };

        Attempted<MediaWork> Told(Reply<MediaWork> reply, MeasuredUsage usage) =>
            new(
                reply,
                heard.Body.Text("model") ?? model,
                usage,
                ReplicateModels.IsName(heard.Body.Text("id")) ? heard.Body.Text("id") : null
            );
    }

    private static Reply<MediaWork> Ended(Failed failed) => failed.To<MediaWork>(ReplicateModels.Vendor, Asking.Ended);

    /// <summary>One address, or the first of several.</summary>
    private static MediaWork.There? Made(JsonElement body)
    {
        var output = body.Member("output");
        var first = output.ValueKind is JsonValueKind.Array ? output.Items().FirstOrDefault() : output;
        return
            first.ValueKind is JsonValueKind.String
            && Uri.TryCreate(first.GetString(), UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
            ? new(address, null)
            : null;
    }
}
