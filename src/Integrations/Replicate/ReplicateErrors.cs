using System.Globalization;
using System.Text.RegularExpressions;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Replicate;

/// <summary>What Replicate's errors mean.</summary>
internal static partial class ReplicateErrors
{
    // What a prediction failed of is told in words, with a code in brackets; the code alone decides.
    private static readonly Dictionary<string, Failure> Codes = new()
    {
        ["E005"] = Failure.SafetyRefused,
        ["E003"] = Failure.Overloaded,
        ["E6716"] = Failure.ServerTimedOut,
        ["E8765"] = Failure.ServerFailed,
        ["PA"] = Failure.Stopped,
    };

    /// <summary>The failure of a call with an error status.</summary>
    public static Failed Of(Heard heard, Asking asking) =>
        new(
            heard.Status switch
            {
                401 or 403 => Failure.KeyRefused,
                402 => Failure.QuotaUsedUp,
                404 or 410 => asking is Asking.ToLook ? Failure.ResultGone : Failure.ModelGone,
                408 => Failure.ServerTimedOut,
                413 => Failure.InputRefused,
                429 => Failure.RateLimited,
                503 => Failure.Overloaded,
                504 => Failure.ServerTimedOut,
                >= 500 => Failure.ServerFailed,
                _ => Failure.InvalidRequest,
            },
            heard.StatusCode,
            heard.RetryAfter ?? Told(heard)
        );

    /// <summary>The failure of a prediction that ran.</summary>
    public static Failed OfPrediction(string? error)
    {
        var match = Code.Match(error ?? "");
        var code = match.Groups["code"].Value;
        return match.Success ? new(Codes.GetValueOrDefault(code, Failure.ServerFailed), code) : new(Failure.ServerFailed, "failed");
    }

    private static TimeSpan? Told(Heard heard) =>
        heard.Body.Number("retry_after") is { } seconds and >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds)
        : Reset.Match(heard.Body.Text("detail") ?? "") is { Success: true } match
            ? TimeSpan.FromSeconds(int.Parse(match.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"\((?<code>E\d{3,5})\)|\(code: (?<code>[A-Z]{2})\)")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"~(?<seconds>\d{1,5})\s?s\b")]
    private static partial Regex Reset { get; }
}
