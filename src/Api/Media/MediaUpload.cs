using System.Globalization;
using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.GraphQL;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Grains;
using Campaigns.Integrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Campaigns.Api.Media;

/// <summary>
/// Stores a picture or a video that comes as the raw body of a request. A picture is small and is kept in memory until it is whole; a video goes to
/// the store as it comes. Errors look as they do at <c>/graphql</c>.
/// </summary>
internal static class MediaUpload
{
    private const int LargestPicture = 20 * 1024 * 1024;

    /// <summary>Whoever sends slowly holds a place that others wait for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceWithVideos = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Answers 201 with the stored file, whose key the mutations take.</summary>
    public static async Task<IResult> Handle(HttpContext http, IMediaStore media, Caller caller, UploadRoom room, IGrainFactory grains)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!caller.May(Permission.EditContent))
            return Error(StatusCodes.Status403Forbidden, RequestFailure.Forbidden(Permission.EditContent.Id()));
        if (await OpenTenants.Closed(grains, caller.Tenant) is { } closed)
            return Error(StatusCodes.Status409Conflict, closed);
        if (http.Request.HasFormContentType)
            return Error(
                StatusCodes.Status415UnsupportedMediaType,
                ErrorCodes.UnsupportedMediaType,
                "Send the picture or video itself as the body, not a form."
            );
        using var place = room.Enter(caller.Tenant);
        if (!place.IsAcquired)
            return Away(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null; // the limits below say more than the server's own would

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await using var body = new UploadBody(http.Request.Body, LongestSilence);
            var head = await body.Peek(VideoSignature.Length, patience.Token);
            if (!VideoSignature.Matches(head.Span))
                return await Picture(http, body, media, caller, grains, patience.Token);
            patience.CancelAfter(PatienceWithVideos);
            return await Video(http, body, media, caller, grains, patience.Token);
        }
        catch (Exception late)
            when (late is TimeoutException || (late is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            return Error(
                StatusCodes.Status408RequestTimeout,
                RequestFailure.OverLimit(
                    ErrorCodes.LimitTime,
                    $"A picture may take {Patience.TotalSeconds:0} seconds to come, a video {PatienceWithVideos.TotalMinutes:0} minutes, and neither may pause for {LongestSilence.TotalSeconds:0} seconds.",
                    (long)Patience.TotalSeconds
                )
            );
        }
    }

    private static async Task<IResult> Picture(
        HttpContext http,
        Stream body,
        IMediaStore media,
        Caller caller,
        IGrainFactory grains,
        CancellationToken ct
    ) =>
        await Whole(body, http.Request.ContentLength, ct) is { } bytes
            ? await Answer(http, await media.Keep(caller.Tenant, bytes, http.RequestAborted), media, caller, grains)
            : TooLarge("picture", LargestPicture);

    private static async Task<IResult> Video(
        HttpContext http,
        Stream body,
        IMediaStore media,
        Caller caller,
        IGrainFactory grains,
        CancellationToken ct
    ) =>
        http.Request.ContentLength > VideoRule.Largest
            ? TooLarge("video", VideoRule.Largest)
            : await media.KeepVideo(caller.Tenant, body, ct) switch
            {
                Reply<MediaAsset>.Rejected { Problem.Code: "too_large" } => TooLarge("video", VideoRule.Largest),
                var reply => await Answer(http, reply, media, caller, grains),
            };

    /// <summary>The whole body; null when it is too large, whatever its length claims to be.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> Whole(Stream body, long? claimed, CancellationToken ct)
    {
        if (claimed > LargestPicture)
            return null;
        using var bytes = new MemoryStream(); // grows with what comes: a length costs nothing to claim
        var buffer = new byte[64 * 1024];
        while (await body.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (bytes.Length + read > LargestPicture)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>
    /// What was stored is noted for the gallery before anybody is told of it: a file that nobody noted is swept away. One that cannot be noted, as when
    /// its tenant was erased meanwhile, goes at once.
    /// </summary>
    private static async Task<IResult> Answer(
        HttpContext http,
        Reply<MediaAsset> reply,
        IMediaStore media,
        Caller caller,
        IGrainFactory grains
    )
    {
        if (reply is not Reply<MediaAsset>.Done { Value: var kept } || MediaFileId.Of(kept.Key) is not { } id)
            return Answer(http, reply);
        var noted = await grains.MediaFile(caller.Tenant, id).Upload(kept, new(CommandId.Parse($"upload-{id}"), caller.User));
        if (noted is Outcome.Accepted && await OpenTenants.Closed(grains, caller.Tenant) is null)
            return Answer(http, reply);
        await media.Delete(caller.Tenant, kept.Key, CancellationToken.None);
        return await OpenTenants.Closed(grains, caller.Tenant) is { } closed ? Error(StatusCodes.Status409Conflict, closed) : Away(http);
    }

    private static IResult Answer(HttpContext http, Reply<MediaAsset> reply) =>
        reply switch
        {
            Reply<MediaAsset>.Done { Value: var asset } => Results.Json(asset, statusCode: StatusCodes.Status201Created),
            Reply<MediaAsset>.Rejected { Problem: var problem } => Error(
                StatusCodes.Status422UnprocessableEntity,
                $"media.{problem.Code}",
                problem.Message
            ),
            _ => Away(http),
        };

    private static IResult TooLarge(string what, long most) =>
        Error(
            StatusCodes.Status413PayloadTooLarge,
            RequestFailure.OverLimit(ErrorCodes.LimitBody, $"A {what} may have {most} bytes.", most)
        );

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
