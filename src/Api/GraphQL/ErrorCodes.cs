namespace Campaigns.Api.GraphQL;

/// <summary>
/// What <c>errors[].extensions.code</c> can be: errors of the request as a whole or of a field's machinery. What the business refuses is
/// not among them; that is data, in a mutation payload's <c>errors</c>.
/// </summary>
/// <remarks>
/// Only <see cref="RateLimited"/>, <see cref="Unavailable"/>, <see cref="ReadModelBehind"/>, <see cref="LimitTime"/>, <see cref="SlowClient"/> and
/// <see cref="Internal"/> may go away by trying again unchanged.
/// </remarks>
public static class ErrorCodes
{
    /// <summary>The request is not GraphQL over HTTP: unreadable JSON, no query. Status 400.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>No session token, or not a good one. Get a new one, then repeat. Status 401.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The caller's role does not allow it; <c>permission</c> names what is missing.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>There is no such thing for this caller. Status 404, where a thing has an address of its own.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>Mutations go by POST. Status 405.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>Nothing in Accept can be given, status 406; or a subscription was asked for where only one answer can be given.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The body is not JSON in UTF-8 by its headers. Status 415.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The document cannot be parsed.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema; <c>rule</c> is the specification's section.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The operation to run cannot be told from the document and <c>operationName</c>.</summary>
    public const string OperationUnknown = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>A variable or argument has a value that is no such value; <c>argument</c> names it where it is an argument.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The body is larger than <c>limit</c> bytes. Status 413.</summary>
    public const string LimitBody = "LIMIT_BODY";

    /// <summary>The document is longer than <c>limit</c> characters or, its fragments written out, than <c>limit</c> selections.</summary>
    public const string LimitDocument = "LIMIT_DOCUMENT";

    /// <summary>More than <c>limit</c> operations in one request. Send each by itself. Status 400.</summary>
    public const string LimitBatch = "LIMIT_BATCH";

    /// <summary>The document, its fragments written out, renames more than <c>limit</c> fields.</summary>
    public const string LimitAliases = "LIMIT_ALIASES";

    /// <summary>A list in the variables or the document has more than <c>limit</c> items.</summary>
    public const string LimitList = "LIMIT_LIST";

    /// <summary>Fields are nested deeper than <c>limit</c>.</summary>
    public const string LimitDepth = "LIMIT_DEPTH";

    /// <summary>The answer could have more than <c>limit</c> fields, by its <c>first</c> and <c>last</c>.</summary>
    public const string LimitComplexity = "LIMIT_COMPLEXITY";

    /// <summary>It took longer than <c>limit</c> seconds. A mutation may have happened all the same: repeat it with its command id.</summary>
    public const string LimitTime = "LIMIT_TIME";

    /// <summary>How a thing was cannot be told: more than <c>limit</c> events lead to it. Ask for an earlier moment.</summary>
    public const string LimitHistory = "LIMIT_HISTORY";

    /// <summary>One person has <c>limit</c> connections open, or one connection <c>limit</c> operations: close some first. Status 429.</summary>
    public const string LimitConnections = "LIMIT_CONNECTIONS";

    /// <summary>One tenant has <c>limit</c> subscriptions open at one process: end some first. Status 429.</summary>
    public const string LimitSubscriptions = "LIMIT_SUBSCRIPTIONS";

    /// <summary>
    /// More than <c>limit</c> operations within <c>window</c> seconds, of one person or of all of the tenant (<c>scope</c>). Nothing was executed;
    /// <c>retryable: true</c>, <c>retryAfter</c> in seconds. Status 429.
    /// </summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>There is no stored document of that id. Send its text as well, where that is taken. Status 400.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>No documents are stored here: always send the text. Status 400.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>Only stored documents are executed here, and this is none. Status 400.</summary>
    public const string PersistedQueryOnly = "PERSISTED_QUERY_ONLY";

    /// <summary>
    /// The session came by cookie, which a browser sends with requests of any page's: send the header <c>GraphQL-Require-Preflight: 1</c>, which
    /// strange pages cannot, or the token as a bearer token. Status 403.
    /// </summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>The client took longer than <c>limit</c> seconds to take a message. Go on behind the last position seen.</summary>
    public const string SlowClient = "SLOW_CLIENT";

    /// <summary>Something we need is away for now: <c>retryable: true</c>, <c>retryAfter</c> in seconds. Status 503 when nothing was executed.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>What is read lags behind <c>atLeast</c>, or behind the mutation's own change: <c>retryable: true</c>, <c>retryAfter</c> in seconds.</summary>
    public const string ReadModelBehind = "READ_MODEL_BEHIND";

    /// <summary>A mistake of ours, logged under <c>traceId</c>. Status 500 when nothing was executed.</summary>
    public const string Internal = "INTERNAL";
}
