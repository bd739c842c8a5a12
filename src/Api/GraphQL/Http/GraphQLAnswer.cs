using GraphQL;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>Writes an answer with the status code that its media type wants.</summary>
internal static class GraphQLAnswer
{
    /// <summary>Answers a request that was not executed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="failure">Why not.</param>
    /// <param name="mediaType">As negotiated; null: plain JSON, since nothing suits. Plain JSON as well where no stream begins.</param>
    public static Task Refuse(HttpContext http, RequestFailure failure, string? mediaType) =>
        Write(http, new ExecutionResult(failure), StatusOf(failure), mediaType is null or MediaTypes.Events ? MediaTypes.Json : mediaType);

    public static Task Write(HttpContext http, ExecutionResult result, string mediaType) =>
        Write(http, result, StatusOf(result, mediaType), mediaType);

    private static async Task Write(HttpContext http, ExecutionResult result, int status, string mediaType)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.IsGet(http.Request.Method) ? "POST" : "GET, POST";
        // Told in the header even where the status is 200: clients that know the header need not know our extensions.
        if (!result.Executed && result.Errors?.OfType<RequestFailure>().FirstOrDefault() is { Extensions: { } more })
            if (more.TryGetValue("retryAfter", out var seconds))
                response.Headers.RetryAfter = $"{seconds}";
        await http.RequestServices.GetRequiredService<IGraphQLSerializer>().WriteAsync(response.Body, result, http.RequestAborted);
    }

    // A well-formed request that was not executed is 200 for application/json, whose readers expect errors there, and an error otherwise.
    private static int StatusOf(ExecutionResult result, string mediaType)
    {
        if (result.Executed)
            return StatusCodes.Status200OK;
        var codes = (result.Errors ?? []).Select(error => error.Code);
        if (codes.Contains(ErrorCodes.MethodNotAllowed))
            return StatusCodes.Status405MethodNotAllowed;
        if (mediaType == MediaTypes.Json)
            return StatusCodes.Status200OK;
        return result.Errors?.OfType<RequestFailure>().FirstOrDefault() is { } failure ? StatusOf(failure) : StatusOfDocument(result);
    }

    private static int StatusOfDocument(ExecutionResult result) =>
        result.Errors?.Any(error => error is TimeoutError) == true
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status400BadRequest;

    private static int StatusOf(RequestFailure failure) =>
        failure.Code switch
        {
            ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorCodes.Forbidden or ErrorCodes.PreflightRequired => StatusCodes.Status403Forbidden,
            ErrorCodes.NotFound => StatusCodes.Status404NotFound,
            ErrorCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.NotAcceptable => StatusCodes.Status406NotAcceptable,
            ErrorCodes.LimitBody => StatusCodes.Status413PayloadTooLarge,
            ErrorCodes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ErrorCodes.LimitConnections or ErrorCodes.LimitSubscriptions or ErrorCodes.RateLimited => StatusCodes.Status429TooManyRequests,
            ErrorCodes.Unavailable => StatusCodes.Status503ServiceUnavailable,
            ErrorCodes.Internal => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };
}
