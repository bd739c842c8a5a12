using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Tenants;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets the tenant's home zone: schedules that name no zone mean it.</summary>
    public static async Task<TenantPayload> SetTenantZone(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetTenantZoneInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        return TenantPayload.From(await grains.Tenant(commander.Tenant).SetZone(new(input.Zone), by));
    }

    /// <summary>Sets who must approve a post before it can be scheduled.</summary>
    public static async Task<TenantPayload> SetApprovalPolicy(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetApprovalPolicyInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        return TenantPayload.From(await grains.Tenant(commander.Tenant).SetApprovalPolicy(new(input.Policy, input.VoidedByReschedule), by));
    }

    /// <summary>The kill switch: nothing of the tenant goes out until it is released. A call already under way is not stopped.</summary>
    public static async Task<TenantPayload> HoldTenant(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        HoldTenantInput input
    )
    {
        var by = commander.Require(Permission.Hold, input.CommandId);
        return TenantPayload.From(await grains.Tenant(commander.Tenant).Hold(new(input.Reason), by));
    }

    /// <summary>Lets things go out again.</summary>
    public static async Task<TenantPayload> ReleaseTenant(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ReleaseTenantInput input
    )
    {
        var by = commander.Require(Permission.Hold, input.CommandId);
        return TenantPayload.From(await grains.Tenant(commander.Tenant).Release(new(), by));
    }
}
