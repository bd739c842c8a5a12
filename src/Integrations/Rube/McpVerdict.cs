using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaigns.Domain;

namespace Campaigns.Integrations.Rube;

/// <summary>What it means that a tool could not be asked, or that its answer did not come.</summary>
internal static class McpVerdict
{
    private const long InvalidRequest = -32600;
    private const long MethodNotFound = -32601;
    private const long InvalidParameters = -32602;

    public static Reply<JsonElement> On(McpAnswer answer, Effect effect) =>
        answer switch
        {
            McpAnswer.NotSent => new Reply<JsonElement>.Broken(new(ProblemClass.Transient, "connect_failed", "Rube could not be reached.")),
            McpAnswer.TooLate => MayHaveRun(effect, "too_late_to_send", "The call was kept back: it was too late to send it."),
            McpAnswer.Lost lost => MayHaveRun(effect, lost.How, "Rube's answer was lost."),
            McpAnswer.Page when effect is Effect.Publishes => MayHaveRun(effect, "html", "A web page came in place of an answer."),
            McpAnswer.Page => Rejected(ProblemClass.AccountBroken, "html", "Rube no longer knows the token of this account."),
            McpAnswer.Fault fault => OnFault(fault.Code, effect),
            McpAnswer.Refused refused => OnStatus(refused, effect),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "A result is no failure."),
        };

    private static Reply<JsonElement> OnFault(long fault, Effect effect)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"rpc_{fault}");
        return fault is InvalidRequest or MethodNotFound or InvalidParameters
            ? Rejected(ProblemClass.Misconfigured, code, "Rube does not know the tool or its arguments.")
            : MayHaveRun(effect, code, "Rube failed on its side.");
    }

    private static Reply<JsonElement> OnStatus(McpAnswer.Refused refused, Effect effect)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http_{(int)refused.Status}");
        return refused.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Rejected(
                ProblemClass.AccountBroken,
                code,
                "Rube refuses the token of this account."
            ),
            HttpStatusCode.TooManyRequests => new Reply<JsonElement>.Busy(
                new(ProblemClass.Throttled, code, "Rube takes no more calls for now."),
                refused.RetryAfter
            ),
            HttpStatusCode.Conflict when effect is Effect.Publishes => new Reply<JsonElement>.Unclear(
                new(ProblemClass.AlreadyPublished, code, "The call is said to be in conflict with an earlier one.")
            ),
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict => MayHaveRun(
                effect,
                code,
                "Rube failed on its side."
            ),
            HttpStatusCode.NotFound => new Reply<JsonElement>.Broken(
                new(ProblemClass.Misconfigured, code, "There is no Rube at its address.")
            ),
            _ => Rejected(ProblemClass.Misconfigured, code, "Rube does not take the request."),
        };
    }

    private static Reply<JsonElement> MayHaveRun(Effect effect, string code, string message) =>
        effect is Effect.Publishes
            ? new Reply<JsonElement>.Unclear(new(ProblemClass.OutcomeUnknown, code, message))
            : new Reply<JsonElement>.Busy(new(ProblemClass.Transient, code, message));

    private static Reply<JsonElement>.Rejected Rejected(ProblemClass what, string code, string message) => new(new(what, code, message));
}
