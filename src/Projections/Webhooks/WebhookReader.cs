using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Webhooks;

/// <summary>Reads webhooks and what was sent to them, as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class WebhookReader
{
    private readonly TenantTable<WebhookRow> webhooks;
    private readonly TenantTable<WebhookDeliveryRow> deliveries;
    private readonly TenantTable<WebhookAttemptRow> attempts;

    internal WebhookReader(TenantQuery query) => (webhooks, deliveries, attempts) = (new(query), new(query), new(query));

    /// <summary>A webhook; null when the tenant has none of this id.</summary>
    public Task<WebhookRow?> Find(TenantId tenant, WebhookId id, CancellationToken ct = default) => webhooks.Find(tenant, id.Uuid, ct);

    /// <summary>One page of webhooks, in the order they were set up.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<WebhookRow>> Page(TenantId tenant, PageRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return webhooks.Page(tenant, new(), RowOrder.ByTime("created_at", Direction.Ascending), request, ct);
    }

    /// <summary>A delivery; null when there is none of this id, or not any more.</summary>
    public Task<WebhookDeliveryRow?> FindDelivery(TenantId tenant, Guid id, CancellationToken ct = default) =>
        deliveries.Find(tenant, id, ct);

    /// <summary>One page of deliveries, by when they were written.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<WebhookDeliveryRow>> Deliveries(
        TenantId tenant,
        WebhookDeliveryFilter filter,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .Equal("webhook", filter.Webhook)
            .Equal("event", filter.Event)
            .Equal("message_id", filter.MessageId)
            .Equal("topic", filter.Topic)
            .OneOf("state", filter.States)
            .Between("created_at", filter.From, filter.To);
        return deliveries.Page(tenant, conditions, RowOrder.ByTime("created_at", direction), request, ct);
    }

    /// <summary>All attempts of a delivery, the first one first; some dozens at most, as each redelivery adds eight.</summary>
    public Task<List<WebhookAttemptRow>> Attempts(TenantId tenant, Guid delivery, CancellationToken ct = default) =>
        attempts.Where(tenant, arguments => $"r.delivery = {arguments.Add(delivery)}", "r.number", ct);
}
