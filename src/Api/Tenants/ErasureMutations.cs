using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Tenants;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Has everything of the tenant erased, for good, when the days of grace are over (a week, unless the operator set it otherwise): what was written,
    /// media, accounts' tokens, webhooks. Until then nothing goes out and nothing else can be commanded, and it can be cancelled. Export first.
    /// </summary>
    public static async Task<TenantPayload> EraseTenant(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        EraseTenantInput input
    )
    {
        var by = commander.Require(Permission.EraseTenant, input.CommandId);
        return TenantPayload.From(await grains.Erasure(commander.Tenant).Ask(new(input.Confirmation), by));
    }

    /// <summary>Takes the erasure back, as long as it has not begun. Everything is as it was.</summary>
    public static async Task<TenantPayload> CancelTenantErasure(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CancelTenantErasureInput input
    )
    {
        var by = commander.Require(Permission.EraseTenant, input.CommandId);
        return TenantPayload.From(await grains.Erasure(commander.Tenant).Cancel(new(), by));
    }
}
