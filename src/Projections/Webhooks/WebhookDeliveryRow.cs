using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Webhooks;

/// <summary>A message to a webhook, as <c>read.webhook_deliveries</c> shows it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Webhook">To whom.</param>
/// <param name="MessageId">The header <c>webhook-id</c>: the same with every attempt.</param>
/// <param name="Event">The event it tells of; null for a trial.</param>
/// <param name="Topic">Its type, such as <c>post.live</c>.</param>
/// <param name="Body">What is sent, JSON.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="NextAttemptAt">When it is sent next; null when it is not.</param>
/// <param name="LastAttemptAt">When it was last sent.</param>
/// <param name="LastStatus">The HTTP status of the last answer; null when there was none.</param>
/// <param name="LastError">Why it did not arrive the last time; null when it did.</param>
/// <param name="EndedAt">When it arrived or was given up.</param>
[ReadTable("webhook_deliveries")]
public sealed record WebhookDeliveryRow(
    string Tenant,
    Guid Id,
    Guid Webhook,
    string MessageId,
    Guid? Event,
    string Topic,
    string Body,
    WebhookDeliveryState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? LastAttemptAt,
    int? LastStatus,
    string? LastError,
    DateTimeOffset? EndedAt
);

/// <summary>Where a message to a webhook stands.</summary>
public enum WebhookDeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Pending,

    /// <summary>The other side took it.</summary>
    Delivered,

    /// <summary>It was sent as often as messages are, and did not arrive.</summary>
    GaveUp,

    /// <summary>Its webhook was removed before.</summary>
    Dropped,
}

/// <summary>One sending of a message, as <c>read.webhook_attempts</c> shows it.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Delivery">Of which message.</param>
/// <param name="Number">Which one, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="TookMs">How long it took, milliseconds.</param>
/// <param name="Status">The HTTP status; null when there was none.</param>
/// <param name="Error">Why it did not arrive; null when it did.</param>
[ReadTable("webhook_attempts")]
public sealed record WebhookAttemptRow(string Tenant, Guid Delivery, int Number, DateTimeOffset At, int TookMs, int? Status, string? Error);

/// <summary>Which deliveries to list; what is null does not matter. Instants are UTC.</summary>
/// <param name="Webhook">To this webhook alone.</param>
/// <param name="Event">Of this event alone.</param>
/// <param name="MessageId">Under this <c>webhook-id</c>.</param>
/// <param name="Topic">Of this type, such as <c>post.live</c>.</param>
/// <param name="States">That stand so.</param>
/// <param name="From">Written at this instant or later.</param>
/// <param name="To">Written before this instant.</param>
public sealed record WebhookDeliveryFilter(
    Guid? Webhook = null,
    Guid? Event = null,
    string? MessageId = null,
    string? Topic = null,
    IReadOnlyCollection<WebhookDeliveryState>? States = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
);
