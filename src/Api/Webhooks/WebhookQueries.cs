using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Reading;
using Campaigns.Api.Webhooks;
using Campaigns.Domain.Webhooks;
using Campaigns.Projections;
using Campaigns.Projections.Webhooks;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One webhook; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<WebhookView?> WebhookEndpoint(
        [FromServices] Viewer viewer,
        [FromServices] WebhookReader webhooks,
        WebhookId id,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return await webhooks.Find(tenant, id, ct) is { } row ? new WebhookView(row) : null;
    }

    /// <summary>The webhooks, in the order they were set up.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static async Task<Connection<WebhookView>> WebhookEndpoints(
        [FromServices] Viewer viewer,
        [FromServices] WebhookReader webhooks,
        int? first,
        string? after,
        int? last,
        string? before,
        string? atLeast,
        CancellationToken ct
    )
    {
        var tenant = await viewer.AtLeast(atLeast).Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return await Page.Of(first, after, last, before).Read(request => webhooks.Page(tenant, request, ct), row => new WebhookView(row));
    }

    /// <summary>The delivery log: messages to webhooks, the latest first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">Oldest or latest first.</param>
    public static async Task<Connection<WebhookDeliveryView>> WebhookDeliveries(
        [FromServices] Viewer viewer,
        [FromServices] WebhookReader webhooks,
        int? first,
        string? after,
        int? last,
        string? before,
        WebhookDeliveryFilterInput? where,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        var tenant = await viewer.Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return await Page.Of(first, after, last, before)
            .Read(
                request => webhooks.Deliveries(tenant, (where ?? new()).ToFilter(), order.ToDirection(), request, ct),
                row => new WebhookDeliveryView(row)
            );
    }
}
