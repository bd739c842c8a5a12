using System.Diagnostics;
using GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Turns an unexpected exception into what a client may know of it; the rest goes to the log.</summary>
internal sealed class ExceptionMask(IEnumerable<IFailureTranslator> translators, ILogger<ExceptionMask> log)
{
    public Task Mask(UnhandledExceptionContext context)
    {
        var field = context.FieldContext?.FieldDefinition.Name ?? "(document)";
        context.Exception = Failure(context.OriginalException, field);
        return Task.CompletedTask;
    }

    private RequestFailure Failure(Exception exception, string field)
    {
        if (translators.Select(translator => translator.Translate(exception)).FirstOrDefault(known => known is not null) is { } failure)
        {
            log.LogWarning(exception, "Field {Field} is unavailable", field);
            return failure;
        }

        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        log.LogError(exception, "Field {Field} failed, told to the client as {TraceId}", field, traceId);
        return RequestFailure.Internal(traceId);
    }
}
