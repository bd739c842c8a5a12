using System.Text.Json;
using Campaigns.Api.Auth;
using Campaigns.Domain.Members;
using Campaigns.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Members;

/// <summary>
/// <c>POST /webhooks/clerk</c>: Clerk tells of people, organisations and who belongs where. 204: taken, now or before, or of no interest. 400: not
/// what it says it is. 401: not signed by Clerk, or not now. 404: no secret is set, so nobody can be believed. 413: too long. 503: to be sent again.
/// </summary>
public static class ClerkWebhookEndpoint
{
    /// <summary>Its path.</summary>
    public const string Path = "/webhooks/clerk";

    /// <summary>The longest message, bytes: people carry metadata of some kilobytes.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10); // Clerk waits for 15
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Maps it.</summary>
    public static void MapClerkWebhook(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, Receive).AllowAnonymous().WithDisplayName("Clerk's webhook");

    private static async Task<IResult> Receive(
        HttpContext http,
        ClerkOptions clerk,
        [FromServices] IGrainFactory grains,
        TimeProvider clock,
        ILogger<ClerkOptions> log
    )
    {
        if (clerk.WebhookKey.IsEmpty)
            return Results.NotFound();
        if (await Body(http) is not { } body)
            return Error(StatusCodes.Status413PayloadTooLarge, "webhook.too_long", $"A message has at most {MostBytes} bytes.");
        if (Shown(http.Request.Headers) is not { } signature || !signature.Holds(body, clerk.WebhookKey.Span, clock.GetUtcNow()))
            return Error(StatusCodes.Status401Unauthorized, "webhook.not_signed", "The message is not signed, or was signed long ago.");

        DirectoryMessage? message;
        try
        {
            using var json = JsonDocument.Parse(body);
            message = ClerkMessages.Read(signature.Id, json.RootElement);
        }
        // Half a surrogate pair is found only when a text is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Error(StatusCodes.Status400BadRequest, "webhook.malformed", "The message is not what its type promises.");
        }

        if (message is null)
            return Results.NoContent();
        try
        {
            await grains.Directory().Hear(message).WaitAsync(Patience, clock, http.RequestAborted);
            return Results.NoContent();
        }
        // Whatever keeps the directory from answering: Clerk sends it again.
        catch (Exception away) when (away is not OutOfMemoryException && !http.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning(away, "A message of Clerk's could not be taken in; it will come again");
            http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
            return Error(StatusCodes.Status503ServiceUnavailable, "webhook.unavailable", "Send it again.");
        }
    }

    private static SvixSignature? Shown(IHeaderDictionary headers)
    {
        string? Of(string name) =>
            headers[$"svix-{name}"] is [{ } old] ? old
            : headers[$"webhook-{name}"] is [{ } one] ? one
            : null;
        return (Of("id"), Of("timestamp"), Of("signature")) is ({ } id, { } at, { } signatures) ? new(id, at, signatures) : null;
    }

    // Null: it is too long. Whoever says so beforehand is not listened to.
    private static async Task<byte[]?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        using var all = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(piece, http.RequestAborted) is > 0 and var read)
        {
            if (all.Length + read > MostBytes)
                return null;
            all.Write(piece, 0, read);
        }
        return all.ToArray();
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { errors = new[] { new { message, extensions = new { code } } } }, statusCode: status);
}
