using Campaigns.Domain.Webhooks;
using Campaigns.Projections.Webhooks;

namespace Campaigns.Api.Webhooks;

/// <summary>Which deliveries to list; what is left out does not matter.</summary>
/// <param name="WebhookId">To this webhook.</param>
/// <param name="EventId">Of this event of history.</param>
/// <param name="MessageId">Under this `webhook-id`.</param>
/// <param name="Topic">Of this topic.</param>
/// <param name="State">That stand so.</param>
/// <param name="From">Written at this instant or later.</param>
/// <param name="To">Written before this instant.</param>
public sealed record WebhookDeliveryFilterInput(
    Guid? WebhookId = null,
    Guid? EventId = null,
    string? MessageId = null,
    WebhookTopic? Topic = null,
    IReadOnlyList<WebhookDeliveryState>? State = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
)
{
    internal WebhookDeliveryFilter ToFilter() => new(WebhookId, EventId, MessageId, Topic?.Wire(), State, From, To);
}
