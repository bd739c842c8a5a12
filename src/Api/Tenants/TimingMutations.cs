using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Tenants;
using Campaigns.Domain.Publications;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets what holds for late posts of the tenant. What is scheduled already keeps what held then.</summary>
    public static async Task<TenantPayload> SetLatePolicy(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetLatePolicyInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var policy = new LatePolicy(TimeSpan.FromMinutes(input.WithinMinutes), input.Then);
        return TenantPayload.From(await grains.Tenant(commander.Tenant).SetLatePolicy(new(policy), by));
    }

    /// <summary>Sets the hours of each day in which nothing goes out. What is due in them waits until they end, within its late policy.</summary>
    public static async Task<TenantPayload> SetQuietHours(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetQuietHoursInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var hours = input is { From: null, To: null } ? null : new QuietHours(input.From ?? "", input.To ?? "");
        return TenantPayload.From(await grains.Tenant(commander.Tenant).SetQuietHours(new(hours), by));
    }

    /// <summary>Sets how far apart the posts of an account are kept, where the account has no pace of its own.</summary>
    public static async Task<TenantPayload> SetPace(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetPaceInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var spacing = input.SpacingSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return TenantPayload.From(await grains.Tenant(commander.Tenant).SetPace(new(spacing), by));
    }
}
