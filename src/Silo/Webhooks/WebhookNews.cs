using Campaigns.Domain.Tenants;
using Campaigns.Grains.Webhooks;
using Campaigns.Projections.Webhooks;

namespace Campaigns.Silo.Webhooks;

/// <summary>Joins the grains that tell webhooks to the read model of what happened.</summary>
internal sealed class WebhookNews(WebhookWork work) : IWebhookNews
{
    public async Task<WebhookNewsPage> After(TenantId tenant, string after, int most, CancellationToken ct)
    {
        var news = await work.News(tenant, after, most, ct);
        return new([.. news.Events.Select(item => new WebhookNewsItem(item.Kind, item.Aggregate, item.Version))], news.Position);
    }

    public Task<int> Webhooks(TenantId tenant, CancellationToken ct) => work.Count(tenant, ct);
}
