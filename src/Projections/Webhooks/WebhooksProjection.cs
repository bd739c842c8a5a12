using Campaigns.Domain;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Webhooks.WebhookEvent;

namespace Campaigns.Projections.Webhooks;

/// <summary>One row per webhook, until it is removed. Table: <c>read.webhooks</c>.</summary>
internal sealed class WebhooksProjection : IRowProjection<Guid, WebhookRow>
{
    public string Name => ReadModels.Webhooks;

    public IReadOnlyCollection<string> Categories => ["webhook"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public WebhookRow? Fold(Guid id, WebhookRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Created e) => new(
                recorded.Tenant.Value,
                id,
                e.Url,
                e.Topics,
                e.Description,
                WebhookState.Enabled,
                DisabledBecause: null,
                DisabledByFailure: false,
                FormerSecretUntil: null,
                Since: recorded.Place,
                CreatedAt: recorded.At,
                UpdatedAt: recorded.At,
                recorded.Place
            ),
            (null, _) or (_, Removed) => null,
            ({ } known, var happened) => Changed(known, happened, recorded) with { UpdatedAt = recorded.At, LastPosition = recorded.Place },
        };

    private static WebhookRow Changed(WebhookRow row, DomainEvent happened, RecordedEvent recorded) =>
        happened switch
        {
            Domain.Webhooks.WebhookEvent.Changed e => row with { Url = e.Url, Topics = e.Topics, Description = e.Description },
            SecretRotated e => row with { FormerSecretUntil = e.FormerUntil },
            Disabled e => row with { State = WebhookState.Disabled, DisabledBecause = e.Reason, DisabledByFailure = e.ByFailure },
            Enabled e => row with
            {
                State = WebhookState.Enabled,
                DisabledBecause = null,
                DisabledByFailure = false,
                Since = e.DeliverMissed ? row.Since : recorded.Place,
            },
            _ => row,
        };
}
