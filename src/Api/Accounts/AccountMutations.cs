using Campaigns.Api.Accounts;
using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Connects the Instagram account that a Rube token opens, after trying the token. Connecting the same account again renews its token, and
    /// what is scheduled on it stays.
    /// </summary>
    public static async Task<AccountPayload> ConnectInstagramAccount(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ConnectInstagramAccountInput input
    )
    {
        var by = commander.Require(Permission.ManageAccounts, input.CommandId);
        var (outcome, account) = await grains.AccountConnection(commander.Tenant).Connect(input.Token, by);
        return AccountPayload.From(outcome, account);
    }

    /// <summary>Takes an account away and forgets its token. What is scheduled on it will not go out.</summary>
    public static async Task<AccountPayload> DisconnectAccount(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        DisconnectAccountInput input
    )
    {
        var by = commander.Require(Permission.ManageAccounts, input.CommandId);
        return AccountPayload.From(await grains.Account(commander.Tenant, input.AccountId).Disconnect(new(), by), input.AccountId);
    }

    /// <summary>Keeps everything on an account from going out until it is released.</summary>
    public static async Task<AccountPayload> HoldAccount(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        HoldAccountInput input
    )
    {
        var by = commander.Require(Permission.Hold, input.CommandId);
        return AccountPayload.From(await grains.Account(commander.Tenant, input.AccountId).Hold(new(input.Reason), by), input.AccountId);
    }

    /// <summary>Sets how far apart the posts of an account are kept, whatever the tenant has set.</summary>
    public static async Task<AccountPayload> SetAccountPace(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetAccountPaceInput input
    )
    {
        var by = commander.Require(Permission.ManageAccounts, input.CommandId);
        var spacing = input.SpacingSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return AccountPayload.From(await grains.Account(commander.Tenant, input.AccountId).SetPace(new(spacing), by), input.AccountId);
    }

    /// <summary>Lets things go out on it again.</summary>
    public static async Task<AccountPayload> ReleaseAccount(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ReleaseAccountInput input
    )
    {
        var by = commander.Require(Permission.Hold, input.CommandId);
        return AccountPayload.From(await grains.Account(commander.Tenant, input.AccountId).Release(new(), by), input.AccountId);
    }
}
