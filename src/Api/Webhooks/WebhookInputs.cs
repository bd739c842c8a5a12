using Campaigns.Domain;
using Campaigns.Domain.Webhooks;

namespace Campaigns.Api.Webhooks;

/// <summary>A webhook to set up.</summary>
/// <param name="Url">Where it is told: https, at a public host.</param>
/// <param name="Topics">Of what; left out or empty: of everything, what comes with later versions too.</param>
/// <param name="Description">For people; up to 500 characters.</param>
/// <param name="Id">Its id; left out: made of the command's.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CreateWebhookInput(
    string Url,
    IReadOnlyList<WebhookTopic>? Topics = null,
    string? Description = null,
    WebhookId? Id = null,
    CommandId? CommandId = null
)
{
    internal CreateWebhook ToCommand() => new(Url, Topics ?? [], Description);
}

/// <summary>A webhook to change; what is left out stays.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Topics">Of what; empty: of everything.</param>
/// <param name="Description">Empty: none.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record UpdateWebhookInput(
    WebhookId WebhookId,
    string? Url = null,
    IReadOnlyList<WebhookTopic>? Topics = null,
    string? Description = null,
    CommandId? CommandId = null
)
{
    internal ChangeWebhook ToCommand() => new(Url, Topics, Description);
}

/// <summary>A webhook to give another secret.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="KeepFormerForHours">How long messages are signed with the former secret as well: 0 to 168 hours, 24 when nothing is said.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RotateWebhookSecretInput(WebhookId WebhookId, int KeepFormerForHours = 24, CommandId? CommandId = null)
{
    internal RotateWebhookSecret ToCommand() => new(TimeSpan.FromHours(KeepFormerForHours));
}

/// <summary>A webhook to tell nothing for a while.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record DisableWebhookInput(WebhookId WebhookId, string Reason, CommandId? CommandId = null);

/// <summary>A webhook to tell again.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="DeliverMissed">Also of what happened since it was disabled.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record EnableWebhookInput(WebhookId WebhookId, bool DeliverMissed = false, CommandId? CommandId = null);

/// <summary>A webhook to take away.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RemoveWebhookInput(WebhookId WebhookId, CommandId? CommandId = null);

/// <summary>A webhook to try.</summary>
/// <param name="WebhookId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record TestWebhookInput(WebhookId WebhookId, CommandId? CommandId = null);

/// <summary>A message to send again.</summary>
/// <param name="WebhookId">To whom.</param>
/// <param name="DeliveryId">Which message.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RedeliverWebhookInput(WebhookId WebhookId, Guid DeliveryId, CommandId? CommandId = null);
