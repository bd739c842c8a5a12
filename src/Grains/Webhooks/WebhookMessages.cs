using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;
using Campaigns.Integrations;

namespace Campaigns.Grains.Webhooks;

/// <summary>Writes messages from events of the log: the same ones, whenever and however often it is asked.</summary>
internal sealed class WebhookMessages(IEventStore events, TenantId tenant)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // into a body of JSON, not into a page
    };

    /// <summary>A message that nothing happened for.</summary>
    public static PlannedDelivery Trial(TenantId tenant, WebhookId webhook, Guid id, DateTimeOffset at)
    {
        var payload = new ToldMessage(WebhookTopics.Test, at.ToUniversalTime(), new(id, tenant.Value, "test"));
        return Planned(webhook, payload, id, at) with { Event = null };
    }

    /// <summary>What to tell a webhook of these events.</summary>
    public async Task<IReadOnlyList<PlannedDelivery>> Of(
        WebhookId webhook,
        Webhook.Open open,
        IReadOnlyList<WebhookNewsItem> news,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var planned = new List<PlannedDelivery>();
        foreach (var stream in news.GroupBy(item => (item.Kind, item.Aggregate)))
        {
            var wanted = stream.Select(item => item.Version).ToHashSet();
            await foreach (var (payload, recorded, topic) in Tell(stream.Key.Kind, stream.Key.Aggregate, wanted, ct))
                if (open.Wants(topic))
                    planned.Add(Planned(webhook, payload, recorded.Id, now));
        }
        return planned;
    }

    private async IAsyncEnumerable<(ToldMessage Payload, RecordedEvent Recorded, WebhookTopic Topic)> Tell(
        string kind,
        Guid aggregate,
        HashSet<long> versions,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        // A publication is told with how it began; a campaign's events say all themselves, and its stream may be long.
        var (from, until) = (kind == "publication" ? 0 : versions.Min() - 1, versions.Max());
        var post = ToldPost.Nothing;
        await foreach (var recorded in events.Read(StreamName.Of(kind, tenant, IdOf(kind, aggregate)), from, ct))
        {
            if (recorded.Event is PublicationEvent happened)
                post = post.After(happened);
            if (versions.Contains(recorded.Version) && Payload(recorded, aggregate, post) is { } payload)
                yield return (payload, recorded, WebhookTopics.Of(recorded.Event)!.Value);
            if (recorded.Version >= until)
                yield break;
        }
    }

    private ToldMessage? Payload(RecordedEvent recorded, Guid aggregate, ToldPost post)
    {
        var (at, actor) = (recorded.Metadata.RecordedAt.ToUniversalTime(), recorded.Metadata.Actor);
        return recorded.Event switch
        {
            PublicationEvent e => post.Tell(tenant, new(aggregate), recorded.Id, at, e),
            LedgerEvent e => ToldMoney.Tell(tenant, recorded.Id, at, e),
            CampaignEvent e => ToldPost.Tell(tenant, new(aggregate), recorded.Id, at, actor, e),
            _ => null,
        };
    }

    // A ledger is told by its month.
    private static string IdOf(string kind, Guid aggregate) =>
        kind == "ledger" && LedgerMonth.TryFrom(aggregate, out var month) ? month.Value : aggregate.ToString();

    private static PlannedDelivery Planned(WebhookId webhook, ToldMessage payload, Guid happened, DateTimeOffset at) =>
        new(
            DerivedId.From($"delivery\n{webhook}\n{happened}"),
            $"msg_{happened:N}",
            happened,
            payload.Type,
            JsonSerializer.Serialize(payload, Json),
            at
        );
}
