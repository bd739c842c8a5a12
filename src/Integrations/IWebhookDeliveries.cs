using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;

namespace Campaigns.Integrations;

/// <summary>
/// The messages to webhooks, sent and still to be sent. Everything here may be repeated, and throws a
/// <see cref="System.Data.Common.DbException"/> while the database is away.
/// </summary>
public interface IWebhookDeliveries
{
    /// <summary>The position of the tenant's history up to which messages are written; null when none ever was.</summary>
    Task<string?> Position(TenantId tenant, WebhookId webhook, CancellationToken ct);

    /// <summary>Writes messages, and that everything up to a position is written, in one step. Those that are there already stay.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="webhook">To whom.</param>
    /// <param name="planned">May be empty.</param>
    /// <param name="position">Up to where; null: no word about that.</param>
    /// <param name="ct">Stops waiting.</param>
    Task Plan(TenantId tenant, WebhookId webhook, IReadOnlyList<PlannedDelivery> planned, string? position, CancellationToken ct);

    /// <summary>What is to be sent now, the most overdue first.</summary>
    Task<IReadOnlyList<DueDelivery>> Due(TenantId tenant, WebhookId webhook, DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>When something is to be sent next, UTC; null when nothing is.</summary>
    Task<DateTimeOffset?> NextDue(TenantId tenant, WebhookId webhook, CancellationToken ct);

    /// <summary>Keeps an attempt and what follows from it. Answers since when nothing has arrived at the webhook; null when this did.</summary>
    Task<DateTimeOffset?> Record(TenantId tenant, WebhookId webhook, DeliveryAttempt attempt, CancellationToken ct);

    /// <summary>Has a message sent again, from the first pause on. False: there is none of this id.</summary>
    Task<bool> SendAgain(TenantId tenant, WebhookId webhook, Guid delivery, DateTimeOffset now, CancellationToken ct);

    /// <summary>Gives up whatever waits to be sent, as its webhook is gone.</summary>
    Task Drop(TenantId tenant, WebhookId webhook, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A message to be sent.</summary>
/// <param name="Id">Made of webhook and event.</param>
/// <param name="MessageId">The same with every attempt and to every webhook; what receivers know repeats by.</param>
/// <param name="Event">The event it tells of; null for a trial.</param>
/// <param name="Topic">Such as <c>post.live</c>.</param>
/// <param name="Body">JSON, to the byte what is signed and sent.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record PlannedDelivery(Guid Id, string MessageId, Guid? Event, string Topic, string Body, DateTimeOffset At);

/// <summary>A message whose time has come.</summary>
/// <param name="Id">See <see cref="PlannedDelivery"/>.</param>
/// <param name="MessageId">See <see cref="PlannedDelivery"/>.</param>
/// <param name="Body">See <see cref="PlannedDelivery"/>.</param>
/// <param name="Attempts">How often it was sent before, in all.</param>
/// <param name="Tries">How often since it was planned or last asked for again.</param>
public sealed record DueDelivery(Guid Id, string MessageId, string Body, int Attempts, int Tries);

/// <summary>One sending, and what came of it.</summary>
/// <param name="Delivery">Of which message.</param>
/// <param name="Number">Which one it was, from 1.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Answer">What came back.</param>
/// <param name="RetryAt">When it is sent again, UTC; null: not again.</param>
public sealed record DeliveryAttempt(
    Guid Delivery,
    int Number,
    DateTimeOffset At,
    TimeSpan Took,
    WebhookAnswer Answer,
    DateTimeOffset? RetryAt
);
