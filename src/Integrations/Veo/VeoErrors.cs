using System.Globalization;
using System.Text.Json;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Veo;

/// <summary>What Veo's errors mean: those of calls are Google's, as Gemini's are; those of operations have gRPC's numbers.</summary>
internal static class VeoErrors
{
    public static Failed Of(Heard heard, Asking asking)
    {
        var failed = heard.Failed ?? GeminiErrors.Of(heard);
        return asking is Asking.ToLook && failed.Failure is Failure.ModelGone ? failed with { Failure = Failure.ResultGone } : failed;
    }

    public static Failed OfOperation(JsonElement error)
    {
        var number = error.Number("code");
        return new(
            number switch
            {
                1 => Failure.Stopped,
                3 or 11 => Failure.InvalidRequest,
                4 => Failure.ServerTimedOut,
                5 => Failure.ModelGone,
                7 or 9 or 16 => Failure.KeyRefused,
                8 => Failure.RateLimited,
                14 => Failure.Overloaded,
                _ => Failure.ServerFailed,
            },
            string.Create(CultureInfo.InvariantCulture, $"grpc_{number}")
        );
    }
}
