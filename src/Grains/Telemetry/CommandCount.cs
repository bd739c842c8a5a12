using Campaigns.Grains.Accounts;
using Campaigns.Grains.Publications;

namespace Campaigns.Grains.Telemetry;

/// <summary>Counts every command by aggregate and outcome, wherever it is answered.</summary>
internal sealed class CommandCount : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (!GrainTelemetry.CountsCommands || OutcomeOf(context.Result) is not { } outcome || !IsCommand(context))
            return;
        GrainTelemetry.Command(context.TargetId.Type.ToString()!, outcome);
    }

    private static Outcome? OutcomeOf(object? result) =>
        result switch
        {
            Outcome outcome => outcome,
            ConnectionOutcome connection => connection.Outcome,
            _ => null,
        };

    // Somebody's command comes with its context. Asking how one was answered does too, and commands nothing.
    private static bool IsCommand(IIncomingGrainCallContext context)
    {
        if (context.MethodName is nameof(IPublicationGrain.Answered))
            return false;
        for (var i = context.Request.GetArgumentCount() - 1; i >= 0; i--)
            if (context.Request.GetArgument(i) is CommandContext)
                return true;
        return false;
    }
}
