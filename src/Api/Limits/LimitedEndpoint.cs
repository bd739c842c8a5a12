using Campaigns.Api.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Limits;

/// <summary>Counts a request to an endpoint beside GraphQL as one operation. Errors look as they do at <c>/graphql</c>.</summary>
internal sealed class LimitedEndpoint : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            await http.RequestServices.GetRequiredService<OperationLimit>().Admit(http, http.RequestServices, http.RequestAborted);
        }
        catch (RequestFailure failure)
        {
            var extensions = new Dictionary<string, object?>(failure.Extensions ?? new Dictionary<string, object?>())
            {
                ["code"] = failure.Code,
            };
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.RetryAfter = $"{extensions["retryAfter"]}";
            return Results.Json(
                new { errors = new[] { new { message = failure.Message, extensions } } },
                statusCode: StatusCodes.Status429TooManyRequests
            );
        }
        return await next(context);
    }
}
