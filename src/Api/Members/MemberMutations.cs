using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Members;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Erases name and address of one of the tenant's people, for good: later news do not bring them back. What they did stays in histories, by
    /// their id alone. It changes nothing at the identity provider.
    /// </summary>
    public static async Task<ErasePersonPayload> ErasePerson(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ErasePersonInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        return ErasePersonPayload.From(await grains.Tenant(commander.Tenant).ErasePerson(new(input.UserId), by));
    }
}
