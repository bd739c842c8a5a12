using System.Globalization;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Integrations;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Media;

/// <summary>Stores a picture that comes as the raw body of a request. Errors look as they do at <c>/graphql</c>.</summary>
internal static class MediaUpload
{
    private const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Whoever sends slowly holds a place that others wait for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Answers 201 with the stored picture, whose key the mutations take.</summary>
    public static async Task<IResult> Handle(HttpContext http, IMediaStore media, Caller caller, UploadRoom room)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!caller.May(Permission.EditContent))
            return Error(StatusCodes.Status403Forbidden, RequestFailure.Forbidden(Permission.EditContent.Id()));
        if (http.Request.HasFormContentType)
            return Error(
                StatusCodes.Status415UnsupportedMediaType,
                ErrorCodes.UnsupportedMediaType,
                "Send the picture itself as the body, not a form."
            );
        using var place = room.Enter(caller.Tenant);
        if (!place.IsAcquired)
            return Away(http);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        ReadOnlyMemory<byte>? body;
        try
        {
            body = await Body(http.Request, patience.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Error(
                StatusCodes.Status408RequestTimeout,
                RequestFailure.OverLimit(
                    ErrorCodes.LimitTime,
                    $"A picture may take {Patience.TotalSeconds:0} seconds to come.",
                    (long)Patience.TotalSeconds
                )
            );
        }
        if (body is not { } bytes)
            return Error(
                StatusCodes.Status413PayloadTooLarge,
                RequestFailure.OverLimit(ErrorCodes.LimitBody, $"A picture may have {LargestFile} bytes.", LargestFile)
            );

        return await media.Keep(caller.Tenant, bytes, http.RequestAborted) switch
        {
            Reply<MediaAsset>.Done { Value: var asset } => Results.Json(asset, statusCode: StatusCodes.Status201Created),
            Reply<MediaAsset>.Rejected { Problem: var problem } => Error(
                StatusCodes.Status422UnprocessableEntity,
                $"media.{problem.Code}",
                problem.Message
            ),
            _ => Away(http),
        };
    }

    /// <summary>The whole body; null when it is too large, whatever its length claims to be.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestFile)
            return null;
        using var bytes = new MemoryStream(); // grows with what comes: a length costs nothing to claim
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (bytes.Length + read > LargestFile)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static IResult Away(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Error(StatusCodes.Status503ServiceUnavailable, RequestFailure.Unavailable(RetryAfter));
    }

    private static IResult Error(int status, RequestFailure failure) =>
        Error(status, failure.Code!, failure.Message, failure.Extensions ?? new Dictionary<string, object?>());

    private static IResult Error(int status, string code, string message, params IEnumerable<KeyValuePair<string, object?>> more) =>
        Results.Json(
            new { errors = new[] { new { message, extensions = new Dictionary<string, object?>([new("code", code), .. more]) } } },
            statusCode: status
        );
}
