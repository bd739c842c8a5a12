using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Webhooks;

/// <summary>Tells of AI money.</summary>
public static class ToldMoney
{
    /// <summary>What to tell of an event of a ledger; null when nothing.</summary>
    public static ToldMessage? Tell(TenantId tenant, Guid eventId, DateTimeOffset at, LedgerEvent happened)
    {
        if (WebhookTopics.Of(happened) is not { } topic)
            return null;
        var told = new ToldData(eventId, tenant.Value, topic.Wire()["ai.".Length..]);
        return new(
            topic.Wire(),
            at,
            happened switch
            {
                LedgerEvent.SoftLimitReached e => told with
                {
                    CampaignId = e.Campaign,
                    Reason = $"{e.Committed} of AI money is spent or set aside; the soft limit is {e.Limit}.",
                    LimitMicroUsd = e.Limit,
                    SpentMicroUsd = e.Committed,
                },
                LedgerEvent.Overrun e => told with
                {
                    Reason = $"Call {e.Attempt} cost {e.Cost}; {e.Amount} had been set aside for it.",
                    LimitMicroUsd = e.Amount,
                    SpentMicroUsd = e.Cost,
                },
                _ => told,
            }
        );
    }
}
