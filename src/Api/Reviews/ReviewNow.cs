using Campaigns.Api.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Reviews;

/// <summary>The reviewer that one operation acts for, and what they see as it begins.</summary>
internal sealed class ReviewNow
{
    /// <summary>Null: as the request found it when it came.</summary>
    public Reviewer? Reviewer { get; set; }
}

/// <summary>
/// Opens a review anew for each operation over a WebSocket: it may have been taken back since the socket was opened, and the posts may have
/// changed.
/// </summary>
internal sealed class ReopenedReview(ReviewDoor door) : IOperationGate
{
    public async Task Admit(HttpContext http, IServiceProvider services, CancellationToken ct)
    {
        if (http.WebSockets.IsWebSocketRequest && http.Features.Get<Reviewer>() is { } before)
            services.GetRequiredService<ReviewNow>().Reviewer = await door.Reopen(before, services.GetRequiredService<IGrainFactory>(), ct);
    }
}
