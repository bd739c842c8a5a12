using System.Text.Json;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Fal;

/// <summary>What FAL's errors mean: by their type, else by the status and by what the answer itself says of trying again.</summary>
internal static class FalErrors
{
    private static readonly Dictionary<string, Failure> Types = new()
    {
        // of models
        ["content_policy_violation"] = Failure.SafetyRefused,
        ["no_media_generated"] = Failure.Empty,
        ["image_too_small"] = Failure.InputRefused,
        ["image_too_large"] = Failure.InputRefused,
        ["file_too_large"] = Failure.InputRefused,
        ["face_detection_error"] = Failure.InputRefused,
        ["unsupported_image_format"] = Failure.InputRefused,
        ["unsupported_audio_format"] = Failure.InputRefused,
        ["unsupported_video_format"] = Failure.InputRefused,
        ["sequence_too_long"] = Failure.InputRefused,
        ["sequence_too_short"] = Failure.InputRefused,
        ["invalid_archive"] = Failure.InputRefused,
        ["image_load_error"] = Failure.InputUnreachable,
        ["file_download_error"] = Failure.InputUnreachable,
        ["feature_not_supported"] = Failure.InvalidRequest,
        ["value_error"] = Failure.InvalidRequest,
        ["literal_error"] = Failure.InvalidRequest,
        ["missing"] = Failure.InvalidRequest,
        ["one_of"] = Failure.InvalidRequest,
        ["greater_than"] = Failure.InvalidRequest,
        ["greater_than_equal"] = Failure.InvalidRequest,
        ["less_than"] = Failure.InvalidRequest,
        ["less_than_equal"] = Failure.InvalidRequest,
        ["multiple_of"] = Failure.InvalidRequest,
        ["generation_timeout"] = Failure.ServerTimedOut,
        ["downstream_service_error"] = Failure.ServerFailed,
        ["downstream_service_unavailable"] = Failure.Overloaded,
        ["internal_server_error"] = Failure.ServerFailed,
        // of the platform
        ["request_timeout"] = Failure.ServerTimedOut,
        ["startup_timeout"] = Failure.ServerTimedOut,
        ["runner_scheduling_failure"] = Failure.Overloaded,
        ["runner_connection_timeout"] = Failure.ServerFailed,
        ["runner_disconnected"] = Failure.ServerFailed,
        ["runner_connection_refused"] = Failure.ServerFailed,
        ["runner_connection_error"] = Failure.ServerFailed,
        ["runner_incomplete_response"] = Failure.ServerFailed,
        ["runner_server_error"] = Failure.ServerFailed,
        ["internal_error"] = Failure.ServerFailed,
    };

    /// <summary>The failure of a call with an error status.</summary>
    public static Failed Of(Heard heard, Asking asking)
    {
        var type = TypeOf(heard.Body);
        if (type is not null && Types.TryGetValue(type, out var known))
            return new(known, type, heard.RetryAfter);
        return new(
            heard.Header("X-Fal-Retryable") is "true" ? Failure.ServerFailed : ByStatus(heard.Status, asking),
            type ?? heard.StatusCode,
            heard.RetryAfter
        );
    }

    /// <summary>What a status of <c>COMPLETED</c> says of a failure; null when nothing.</summary>
    public static Failed? OfCompleted(JsonElement status) =>
        TypeOf(status) is { } type ? new(Types.GetValueOrDefault(type, Failure.ServerFailed), type)
        : status.Member("error").ValueKind is JsonValueKind.String or JsonValueKind.Object ? new(Failure.ServerFailed, "failed")
        : null;

    private static string? TypeOf(JsonElement body) =>
        body.Text("error_type") ?? body.Member("detail").Items().Select(one => one.Text("type")).FirstOrDefault(type => type is not null);

    private static Failure ByStatus(int status, Asking asking) =>
        status switch
        {
            401 or 403 => Failure.KeyRefused, // also: the balance is used up, which only its words tell
            402 => Failure.QuotaUsedUp,
            404 or 410 => asking is Asking.ToLook ? Failure.ResultGone : Failure.ModelGone,
            408 or 504 => Failure.ServerTimedOut,
            413 => Failure.InputRefused,
            429 => Failure.RateLimited,
            503 => Failure.Overloaded,
            >= 500 => Failure.ServerFailed,
            _ => Failure.InvalidRequest,
        };
}
