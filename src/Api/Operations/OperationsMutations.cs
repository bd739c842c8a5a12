using Campaigns.Api.Auth;
using Campaigns.Api.Operations;
using Campaigns.Projections.Engine;
using GraphQL;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Asks for another try of every event that a projection could not take in, for those who operate the system. Safe to repeat. The rows end as
    /// if nothing had ever been parked; what still does not fit stays parked.
    /// </summary>
    public static async Task<RetryParkedEventsPayload> RetryParkedEvents(
        [FromServices] Caller caller,
        [FromServices] OperatorLooks looks,
        [FromServices] OperationsReader operations,
        [FromServices] ILogger<OperationsReader> log,
        RetryParkedEventsInput input,
        CancellationToken ct
    )
    {
        await looks.Admit(caller, "retryParkedEvents", ct);
        var asked = await operations.Retry(input.Projection, ct);
        log.LogInformation("{User} asked for another try of {Asked} parked events of {Projection}", caller.User, asked, input.Projection);
        return new(asked);
    }
}
