using GraphQL;

namespace Campaigns.Api.GraphQL;

/// <summary>Ends a field, or a request before it runs, with an error whose message and extensions the client may see.</summary>
public sealed class RequestFailure : ExecutionError
{
    private RequestFailure(string code, string message, params ReadOnlySpan<(string Key, object? Value)> extensions)
        : base(message)
    {
        Code = code;
        Extensions = new Dictionary<string, object?>();
        foreach (var (key, value) in extensions)
            Extensions[key] = value;
    }

    /// <summary><see cref="ErrorCodes.Unauthenticated"/>, without saying what was wrong with the token.</summary>
    public static RequestFailure Unauthenticated() => new(ErrorCodes.Unauthenticated, "A valid session token is required.");

    /// <summary><see cref="ErrorCodes.Forbidden"/>.</summary>
    /// <param name="permission">The id of what the caller lacks.</param>
    public static RequestFailure Forbidden(string permission) =>
        new(ErrorCodes.Forbidden, $"This needs the permission '{permission}'.", ("permission", permission));

    /// <summary><see cref="ErrorCodes.NotFound"/>: the same whether it never was, is another's, or is over.</summary>
    public static RequestFailure NotFound(string message) => new(ErrorCodes.NotFound, message);

    /// <summary><see cref="ErrorCodes.Unavailable"/>.</summary>
    /// <param name="retryAfter">When it is worth trying again; rounded up to whole seconds.</param>
    public static RequestFailure Unavailable(TimeSpan retryAfter) =>
        new(
            ErrorCodes.Unavailable,
            "Temporarily unavailable. Try again, with the same command id if it was a mutation.",
            ("retryable", true),
            ("retryAfter", Seconds(retryAfter))
        );

    /// <summary><see cref="ErrorCodes.RateLimited"/>.</summary>
    /// <param name="whose">In the message, such as "One person".</param>
    /// <param name="scope">In the extensions: <c>person</c> or <c>tenant</c>.</param>
    /// <param name="limit">How many there may be within the window.</param>
    /// <param name="window">The window's length.</param>
    /// <param name="retryAfter">When it is worth trying again; rounded up to whole seconds.</param>
    /// <param name="what">In the message: what is counted.</param>
    public static RequestFailure RateLimited(
        string whose,
        string scope,
        int limit,
        TimeSpan window,
        TimeSpan retryAfter,
        string what = "operations"
    ) =>
        new(
            ErrorCodes.RateLimited,
            $"{whose} may send {limit} {what} within {window.TotalSeconds:0} seconds. Try again in {Seconds(retryAfter)} seconds.",
            ("scope", scope),
            ("limit", limit),
            ("window", (int)window.TotalSeconds),
            ("retryable", true),
            ("retryAfter", Seconds(retryAfter))
        );

    /// <summary><see cref="ErrorCodes.PreflightRequired"/>.</summary>
    public static RequestFailure PreflightRequired() =>
        new(
            ErrorCodes.PreflightRequired,
            "The session came by cookie: send the header 'GraphQL-Require-Preflight: 1' too, or send the session token as a bearer token."
        );

    /// <summary><see cref="ErrorCodes.ReadModelBehind"/>.</summary>
    public static RequestFailure ReadModelBehind() =>
        new(
            ErrorCodes.ReadModelBehind,
            "What was asked for is not as fresh as 'atLeast' yet. The change itself is safe; ask again.",
            ("retryable", true),
            ("retryAfter", 1)
        );

    internal static RequestFailure Ahead() =>
        new(
            ErrorCodes.ReadModelBehind,
            "Nothing has come as far as 'after' yet. If it is a receipt's position, ask again; if nothing here ever gave it, begin without it.",
            ("retryable", true),
            ("retryAfter", 1)
        );

    /// <summary><see cref="ErrorCodes.BadUserInput"/>.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="message">One sentence: what would be right.</param>
    public static RequestFailure BadInput(string argument, string message) =>
        new(ErrorCodes.BadUserInput, $"Argument '{argument}': {message}", ("argument", argument));

    internal static RequestFailure Batch() => OverLimit(ErrorCodes.LimitBatch, "Send one operation a request; batches are not taken.", 1);

    internal static RequestFailure PersistedQueryNotFound() => new(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound"); // clients look for these words

    internal static RequestFailure PersistedQueryNotSupported() => new(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported"); // and for these

    internal static RequestFailure PersistedQueryOnly() =>
        new(ErrorCodes.PersistedQueryOnly, "Only documents that are stored here are executed, and this is none of them.");

    internal static RequestFailure BadRequest(string message) => new(ErrorCodes.BadRequest, message);

    internal static RequestFailure MethodNotAllowed(string message) => new(ErrorCodes.MethodNotAllowed, message);

    internal static RequestFailure NotAcceptable() =>
        new(
            ErrorCodes.NotAcceptable,
            "Accept must allow application/graphql-response+json, application/json or text/event-stream, in UTF-8."
        );

    internal static RequestFailure UnsupportedMediaType() =>
        new(ErrorCodes.UnsupportedMediaType, "The body must be application/json in UTF-8, not compressed.");

    internal static RequestFailure OverLimit(string code, string message, long limit) => new(code, message, ("limit", limit));

    internal static RequestFailure TooManyConnections(int limit) =>
        OverLimit(ErrorCodes.LimitConnections, $"One person may have {limit} connections open.", limit);

    internal static RequestFailure TooManySubscriptions(int limit) =>
        OverLimit(ErrorCodes.LimitSubscriptions, $"One tenant may have {limit} subscriptions open.", limit);

    internal static RequestFailure TooManyOperations(int limit) =>
        OverLimit(ErrorCodes.LimitConnections, $"One connection may have {limit} operations running.", limit);

    internal static RequestFailure TooLong(TimeSpan limit) =>
        new(
            ErrorCodes.LimitTime,
            $"An element could not be answered within {limit.TotalSeconds} seconds, however often it was tried. Ask for less of it, "
                + "and come back behind the last position seen.",
            ("limit", limit.TotalSeconds),
            ("retryable", true)
        );

    internal static RequestFailure TooSlow(TimeSpan limit) =>
        new(
            ErrorCodes.SlowClient,
            $"A message was not taken within {limit.TotalSeconds} seconds. Come back behind the last position seen.",
            ("limit", limit.TotalSeconds),
            ("retryable", true)
        );

    internal static RequestFailure Internal(string traceId) =>
        new(ErrorCodes.Internal, "Something went wrong on our side.", ("traceId", traceId));

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
