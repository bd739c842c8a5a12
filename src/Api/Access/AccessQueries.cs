using Campaigns.Api.Access;
using Campaigns.Api.Auth;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>What each role may do in the tenant: those usual here, and those that the tenant set.</summary>
    public static async Task<IReadOnlyList<RoleView>> Roles([FromServices] Caller caller, [FromServices] IGrainFactory grains) =>
        RoleView.Of(await grains.Tenant(caller.Require(Permission.View).Tenant).Access());

    /// <summary>The keys that the tenant's automation has, expired ones among them until they are revoked.</summary>
    public static async Task<IReadOnlyList<ServiceTokenView>> ServiceTokens(
        [FromServices] Caller caller,
        [FromServices] IGrainFactory grains
    )
    {
        var access = await grains.Tenant(caller.Require(Permission.ManageTenant).Tenant).Access();
        return [.. access.Tokens.OrderBy(one => one.Value.CreatedAt).Select(one => new ServiceTokenView(one.Key, one.Value))];
    }
}
