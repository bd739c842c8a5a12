using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Reviews;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Campaigns.Grains.Tenants;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Commands;

/// <summary>Keeps commands from tenants that are to be erased, or were: whatever they address, whoever sends them.</summary>
internal static class OpenTenants
{
    /// <summary>What can be asked all the same.</summary>
    private static readonly string[] AllTheSame = ["eraseTenant", "cancelTenantErasure", "retryParkedEvents"];

    /// <exception cref="RequestFailure">TENANT_ERASING.</exception>
    public static async Task Require(IResolveFieldContext context)
    {
        if (AllTheSame.Contains(context.FieldDefinition.Name) || TenantOf(context.RequestServices!) is not { } tenant)
            return;
        if (await Closed(context.RequestServices!.GetRequiredService<IGrainFactory>(), tenant) is { } closed)
            throw closed;
    }

    /// <summary>TENANT_ERASING; null when it is neither to be erased nor was.</summary>
    public static async Task<RequestFailure?> Closed(IGrainFactory grains, TenantId tenant) =>
        await grains.Tenant(tenant).Closing() is var closing and not Closing.Open
            ? RequestFailure.TenantErasing(closing is Closing.Erased)
            : null;

    /// <summary>Null: nobody knows who asks, which the field itself refuses.</summary>
    private static TenantId? TenantOf(IServiceProvider services)
    {
        var features = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features;
        return features?.Get<Caller>()?.Tenant ?? features?.Get<Reviewer>()?.Tenant;
    }
}
