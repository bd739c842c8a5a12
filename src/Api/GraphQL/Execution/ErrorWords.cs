using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>What a client is told about an error: our own words and codes, the engine's words about the document, never an exception's.</summary>
internal sealed class ErrorWords(GraphQLLimits limits) : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError error) =>
        error switch
        {
            RequestFailure or LimitError => Info(error.Message, error.Code!, error.Extensions),
            SyntaxError => Info(error.Message, ErrorCodes.ParseFailed),
            NoOperationError or NoOperationNameError or InvalidOperationNameError => Info(error.Message, ErrorCodes.OperationUnknown),
            InvalidVariableError or InvalidLiteralError or InvalidValueError => Info(error.Message, ErrorCodes.BadUserInput),
            ValidationError { Code: ErrorCodes.BadUserInput } => Info(error.Message, ErrorCodes.BadUserInput),
            OperationRule.WrongWay => Info(error.Message, error.Code!),
            ValidationError { Number: { } section } => Info(
                error.Message,
                ErrorCodes.ValidationFailed,
                new Dictionary<string, object?> { ["rule"] = section }
            ),
            ValidationError => Info(error.Message, ErrorCodes.ValidationFailed),
            TimeoutError => Info(
                $"It took longer than {limits.Time.TotalSeconds} seconds.",
                ErrorCodes.LimitTime,
                new Dictionary<string, object?> { ["limit"] = limits.Time.TotalSeconds, ["retryable"] = true }
            ),
            _ => Info("Something went wrong on our side.", ErrorCodes.Internal, error.Extensions),
        };

    private ErrorInfo Info(string message, string code, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (key, value) in more ?? new Dictionary<string, object?>())
            extensions[key] = value;
        return new ErrorInfo { Message = Shortened(message), Extensions = extensions };
    }

    // The engine quotes what it was sent.
    private string Shortened(string message)
    {
        if (message.Length <= limits.MessageCharacters)
            return message;
        var end = limits.MessageCharacters;
        return string.Concat(message.AsSpan(0, char.IsHighSurrogate(message[end - 1]) ? end - 1 : end), "…");
    }
}
