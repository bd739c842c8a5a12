using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Reading;
using Campaigns.Domain.Webhooks;
using Campaigns.Grains;
using Campaigns.Grains.Webhooks;
using Campaigns.Projections;
using Campaigns.Projections.Webhooks;
using GraphQL;

namespace Campaigns.Api.Webhooks;

/// <summary>What came of a command to a webhook.</summary>
/// <param name="WebhookId">Which webhook; null when it was refused.</param>
/// <param name="Secret">Its new secret, to verify messages with: shown this once. Null when the command gives none.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record WebhookPayload(WebhookId? WebhookId, string? Secret, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The webhook as it is now, with this change; null when the command was refused, or it is gone.</summary>
    public async Task<WebhookView?> Webhook([FromServices] Viewer viewer, [FromServices] WebhookReader webhooks, CancellationToken ct)
    {
        if (WebhookId is not { } id)
            return null;
        var tenant = await viewer.AtLeast(Receipt?.Position).Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return await webhooks.Find(tenant, id, ct) is { } row ? new WebhookView(row) : null;
    }

    internal static WebhookPayload From(Outcome outcome, WebhookId id, string? secret = null) =>
        outcome.ToPayload((receipt, errors) => new WebhookPayload(receipt is null ? null : id, secret, receipt, errors));
}

/// <summary>What came of a command that has a message sent.</summary>
/// <param name="DeliveryId">Which message; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record WebhookDeliveryPayload(Guid? DeliveryId, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The message as it stands in the delivery log; null when the command was refused.</summary>
    public async Task<WebhookDeliveryView?> Delivery(
        [FromServices] Viewer viewer,
        [FromServices] WebhookReader webhooks,
        CancellationToken ct
    )
    {
        if (DeliveryId is not { } id)
            return null;
        var tenant = await viewer.Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return await webhooks.FindDelivery(tenant, id, ct) is { } row ? new WebhookDeliveryView(row) : null;
    }

    internal static WebhookDeliveryPayload From(WebhookDeliveryOutcome sent) =>
        sent.Outcome.ToPayload((_, errors) => new WebhookDeliveryPayload(sent.Delivery, errors));
}
