using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Webhooks;
using Campaigns.Domain;
using Campaigns.Domain.Webhooks;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets a webhook up. The secret that its messages are signed with is in the answer, and is never shown again.</summary>
    public static async Task<WebhookPayload> CreateWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CreateWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        var id = input.Id ?? new WebhookId(DerivedId.From(commander.Tenant, by.Command, "webhook"));
        var made = await grains.Webhook(commander.Tenant, id).Create(input.ToCommand(), by);
        return WebhookPayload.From(made.Outcome, id, made.Secret);
    }

    /// <summary>Changes where a webhook is told, or of what.</summary>
    public static async Task<WebhookPayload> UpdateWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        UpdateWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookPayload.From(await grains.Webhook(commander.Tenant, input.WebhookId).Change(input.ToCommand(), by), input.WebhookId);
    }

    /// <summary>Gives a webhook another secret. For a while messages carry both signatures, so that a receiver can follow in its own time.</summary>
    public static async Task<WebhookPayload> RotateWebhookSecret(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RotateWebhookSecretInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        var made = await grains.Webhook(commander.Tenant, input.WebhookId).RotateSecret(input.ToCommand(), by);
        return WebhookPayload.From(made.Outcome, input.WebhookId, made.Secret);
    }

    /// <summary>Tells a webhook nothing until it is enabled.</summary>
    public static async Task<WebhookPayload> DisableWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        DisableWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookPayload.From(await grains.Webhook(commander.Tenant, input.WebhookId).Disable(new(input.Reason), by), input.WebhookId);
    }

    /// <summary>Tells a webhook again: what waits to be sent, what comes, and on request what it missed.</summary>
    public static async Task<WebhookPayload> EnableWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        EnableWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookPayload.From(
            await grains.Webhook(commander.Tenant, input.WebhookId).Enable(new(input.DeliverMissed), by),
            input.WebhookId
        );
    }

    /// <summary>Takes a webhook away and forgets its secrets. What waits to be sent is dropped.</summary>
    public static async Task<WebhookPayload> RemoveWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RemoveWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookPayload.From(await grains.Webhook(commander.Tenant, input.WebhookId).Remove(new(), by), input.WebhookId);
    }

    /// <summary>Sends a webhook a message of type `webhook.test`.</summary>
    public static async Task<WebhookDeliveryPayload> TestWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        TestWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookDeliveryPayload.From(await grains.Webhook(commander.Tenant, input.WebhookId).Test(by));
    }

    /// <summary>Sends a message again, whether it arrived, is still tried or was given up.</summary>
    public static async Task<WebhookDeliveryPayload> RedeliverWebhook(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RedeliverWebhookInput input
    )
    {
        var by = commander.Require(Permission.ManageWebhooks, input.CommandId);
        return WebhookDeliveryPayload.From(await grains.Webhook(commander.Tenant, input.WebhookId).SendAgain(input.DeliveryId, by));
    }
}
