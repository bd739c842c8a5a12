using System.Diagnostics;
using Campaigns.Grains;

namespace Campaigns.Silo.Logging;

/// <summary>Names tenant, grain, command and trace on everything that is logged while a grain is at work.</summary>
internal sealed class GrainCallScope(ILogger<GrainCallScope> logger) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var key = context.TargetId.Key.ToString();
        if (key is null || !(key.StartsWith("org_", StringComparison.Ordinal) || key.StartsWith("user_", StringComparison.Ordinal)))
        {
            await context.Invoke(); // Orleans among itself
            return;
        }

        var names = new Dictionary<string, object?> { ["tenant"] = key.Split('/')[0], ["grain"] = context.TargetId.ToString() };
        if (CommandOf(context) is { } by)
        {
            names["command"] = by.Command.ToString();
            names["correlationId"] = by.CorrelationId;
            if (Activity.Current is null && by.TraceParent?.Split('-') is [_, { Length: 32 } trace, { Length: 16 } span, _])
                (names["traceId"], names["spanId"]) = (trace, span); // nobody listens: then the request's are all there is
        }

        using (logger.BeginScope(names))
            await context.Invoke();
    }

    private static CommandContext? CommandOf(IIncomingGrainCallContext context)
    {
        for (var i = context.Request.GetArgumentCount() - 1; i >= 0; i--)
        {
            if (context.Request.GetArgument(i) is CommandContext by)
                return by;
        }

        return null;
    }
}
