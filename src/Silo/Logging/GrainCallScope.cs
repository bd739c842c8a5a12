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
            names["traceId"] = TraceOf(by.TraceParent);
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

    /// <summary>The trace's id inside a W3C <c>traceparent</c>: version, trace, span and flags between dashes.</summary>
    private static string? TraceOf(string? traceParent) => traceParent?.Split('-') is [_, { Length: 32 } trace, ..] ? trace : null;
}
