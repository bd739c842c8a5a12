using Campaigns.Api.Access;
using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets what a role may do in the tenant. It holds everywhere within five seconds.</summary>
    public static async Task<RolesPayload> SetRolePermissions(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetRolePermissionsInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var tenant = grains.Tenant(commander.Tenant);
        var outcome = await tenant.SetRolePermissions(new(input.Role, input.Permissions?.Select(one => one.Id()).ToList()), by);
        return RolesPayload.From(outcome, await tenant.Settings());
    }

    /// <summary>Gives automation a key of its own. Its secret is in the answer, and is never shown again.</summary>
    public static async Task<ServiceTokenPayload> CreateServiceToken(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CreateServiceTokenInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        var id = new ServiceTokenId(DerivedId.From(commander.Tenant, by.Command, "service-token"));
        var (tenant, drawn) = (grains.Tenant(commander.Tenant), ServiceTokenText.Draw(commander.Tenant, id));
        var ask = new CreateServiceToken(id, input.Name, [.. input.Permissions.Select(one => one.Id())], input.ExpiresAt);
        var outcome = await tenant.CreateServiceToken(ask, drawn.Sha256, by);
        // A repeat draws another secret, which is good for nothing: the first one stands.
        var stands = (await tenant.Settings()).Access.Tokens.GetValueOrDefault(id)?.Sha256 == drawn.Sha256;
        return ServiceTokenPayload.From(outcome, id, stands ? drawn.ToString() : null);
    }

    /// <summary>Takes a key away. Within five seconds it opens nothing any more, and within five minutes whatever it had opened is closed.</summary>
    public static async Task<ServiceTokenPayload> RevokeServiceToken(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RevokeServiceTokenInput input
    )
    {
        var by = commander.Require(Permission.ManageTenant, input.CommandId);
        return ServiceTokenPayload.From(await grains.Tenant(commander.Tenant).RevokeServiceToken(new(input.TokenId), by), input.TokenId);
    }
}
