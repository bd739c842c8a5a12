using Campaigns.Api.Auth;
using Campaigns.Api.Operations;
using Campaigns.Projections.Engine;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>How the system runs, for those who operate it. It may name a tenant where something went wrong, and tells nothing of what anyone wrote.</summary>
    public static async Task<OperationsView> Operations(
        [FromServices] Caller caller,
        [FromServices] OperatorLooks looks,
        [FromServices] OperationsReader operations,
        CancellationToken ct
    )
    {
        await looks.Admit(caller, "operations", ct);
        return OperationsView.From(await operations.Builds(ct));
    }
}
