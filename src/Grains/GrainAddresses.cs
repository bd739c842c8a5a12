using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.Grains.Accounts;
using Campaigns.Grains.Brands;
using Campaigns.Grains.Campaigns;
using Campaigns.Grains.Evidence;
using Campaigns.Grains.Generations;
using Campaigns.Grains.Hindrances;
using Campaigns.Grains.History;
using Campaigns.Grains.Ledgers;
using Campaigns.Grains.Limits;
using Campaigns.Grains.Publications;
using Campaigns.Grains.Reviews;
using Campaigns.Grains.Tenants;
using Campaigns.Grains.Webhooks;

namespace Campaigns.Grains;

/// <summary>Where grains live. The only place a key is spelled, and every key of what is a tenant's begins with it.</summary>
public static class GrainAddresses
{
    /// <summary>A tenant's settings.</summary>
    public static ITenantGrain Tenant(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<ITenantGrain>(tenant.Value);

    /// <summary>A brand of a tenant.</summary>
    public static IBrandGrain Brand(this IGrainFactory grains, TenantId tenant, BrandId id) =>
        grains.GetGrain<IBrandGrain>($"{tenant}/{id}");

    /// <summary>A campaign of a tenant.</summary>
    public static ICampaignGrain Campaign(this IGrainFactory grains, TenantId tenant, CampaignId id) =>
        grains.GetGrain<ICampaignGrain>($"{tenant}/{id}");

    /// <summary>A publication of a tenant.</summary>
    public static IPublicationGrain Publication(this IGrainFactory grains, TenantId tenant, PublicationId id) =>
        grains.GetGrain<IPublicationGrain>($"{tenant}/{id}");

    /// <summary>An account of a tenant.</summary>
    public static IAccountGrain Account(this IGrainFactory grains, TenantId tenant, AccountId id) =>
        grains.GetGrain<IAccountGrain>($"{tenant}/{id}");

    /// <summary>Where a tenant's accounts are connected.</summary>
    public static IAccountConnectionGrain AccountConnection(this IGrainFactory grains, TenantId tenant) =>
        grains.GetGrain<IAccountConnectionGrain>(tenant.Value);

    /// <summary>An AI job of a tenant.</summary>
    public static IGenerationGrain Generation(this IGrainFactory grains, TenantId tenant, GenerationId id) =>
        grains.GetGrain<IGenerationGrain>($"{tenant}/{id}");

    /// <summary>A tenant's AI money.</summary>
    public static ILedger Ledger(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<ILedger>(tenant.Value);

    /// <summary>One month of it.</summary>
    public static ILedgerMonth LedgerMonth(this IGrainFactory grains, TenantId tenant, LedgerMonth month) =>
        grains.GetGrain<ILedgerMonth>($"{tenant}/{month}");

    /// <summary>A webhook of a tenant.</summary>
    public static IWebhookGrain Webhook(this IGrainFactory grains, TenantId tenant, WebhookId id) =>
        grains.GetGrain<IWebhookGrain>($"{tenant}/{id}");

    /// <summary>What sends to a webhook of a tenant.</summary>
    public static IWebhookDispatchGrain WebhookDispatch(this IGrainFactory grains, TenantId tenant, WebhookId id) =>
        grains.GetGrain<IWebhookDispatchGrain>($"{tenant}/{id}");

    /// <summary>What happened to a tenant's things, and how they were.</summary>
    public static IHistoryGrain History(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<IHistoryGrain>(tenant.Value);

    /// <summary>Why a tenant's posts have not gone out.</summary>
    public static IHindranceGrain Hindrances(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<IHindranceGrain>(tenant.Value);

    /// <summary>What proves what happened to a tenant's posts.</summary>
    public static IEvidenceGrain Evidence(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<IEvidenceGrain>(tenant.Value);

    /// <summary>The door for reviewers of a tenant's posts.</summary>
    public static IReviewGrain Reviews(this IGrainFactory grains, TenantId tenant) => grains.GetGrain<IReviewGrain>(tenant.Value);

    /// <summary>What looks at reviewers' tokens, whose tenant is only claimed until then: of no tenant, and without anything of one.</summary>
    public static IReviewLinkGrain ReviewLinks(this IGrainFactory grains) => grains.GetGrain<IReviewLinkGrain>("links");

    /// <summary>What counts a tenant's requests of one kind.</summary>
    internal static IRateLimitGrain RateLimit(this IGrainFactory grains, TenantId tenant, string kind) =>
        grains.GetGrain<IRateLimitGrain>($"{tenant}/{kind}");
}
