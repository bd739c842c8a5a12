using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Limits;
using Campaigns.Domain.Publications;
using Campaigns.Grains;
using Campaigns.Grains.EventSourcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Campaigns.Api.Evidence;

/// <summary><c>GET /publications/{id}/evidence</c>: what proves what happened to a post, as one file. Errors look as they do at <c>/graphql</c>.</summary>
public static class EvidenceEndpoint
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Maps it.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/publications/{id:guid}/evidence", Serve)
            .AddEndpointFilter<LimitedEndpoint>()
            .RequireAuthorization()
            .WithDisplayName("Evidence");

    /// <summary>Where a publication's pack is, from the root of the API.</summary>
    internal static string PathOf(Guid publication) => $"/publications/{publication}/evidence";

    private static async Task<IResult> Serve(HttpContext http, Guid id, Caller caller, [FromServices] IGrainFactory grains)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!caller.May(Permission.View))
            return Error(StatusCodes.Status403Forbidden, RequestFailure.Forbidden(Permission.View.Id()));
        try
        {
            return await grains.Evidence(caller.Tenant).PackOf(new PublicationId(id), http.RequestAborted) is { } pack
                ? Results.File(pack, "application/json", $"evidence-{id}.json")
                : Error(StatusCodes.Status404NotFound, RequestFailure.NotFound("There is no such publication."));
        }
        catch (StoreAwayException)
        {
            http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
            return Error(StatusCodes.Status503ServiceUnavailable, RequestFailure.Unavailable(RetryAfter));
        }
    }

    private static IResult Error(int status, RequestFailure failure) =>
        Results.Json(
            new
            {
                errors = new[]
                {
                    new
                    {
                        message = failure.Message,
                        extensions = new Dictionary<string, object?>(failure.Extensions ?? new Dictionary<string, object?>())
                        {
                            ["code"] = failure.Code,
                        },
                    },
                },
            },
            statusCode: status
        );
}
