using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Webhooks;

/// <summary>Where to find, in the log, what webhooks of a tenant may be told. The host joins it to the read models.</summary>
public interface IWebhookNews
{
    /// <summary>The next events behind a position.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The position to go on from.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops reading.</param>
    Task<WebhookNewsPage> After(TenantId tenant, string after, int most, CancellationToken ct);

    /// <summary>How many webhooks a tenant has, as far as is read.</summary>
    Task<int> Webhooks(TenantId tenant, CancellationToken ct);
}

/// <summary>Some of what happened.</summary>
/// <param name="Events">In the order of the log.</param>
/// <param name="Position">All of them up to here were given: go on from here.</param>
public sealed record WebhookNewsPage(IReadOnlyList<WebhookNewsItem> Events, string Position);

/// <summary>An event, as the log can be asked for it.</summary>
/// <param name="Kind">The kind of aggregate.</param>
/// <param name="Aggregate">Which.</param>
/// <param name="Version">Its place in that stream.</param>
public sealed record WebhookNewsItem(string Kind, Guid Aggregate, long Version);
