using Campaigns.Domain.Accounts;

namespace Campaigns.Domain.Webhooks;

/// <summary>What can happen to a webhook. Single deliveries are no events: they stand in a log of their own. Times are UTC.</summary>
public abstract record WebhookEvent : DomainEvent
{
    private WebhookEvent() { } // closed: every case is below

    /// <summary>Someone asked to be told.</summary>
    /// <param name="Url">Where.</param>
    /// <param name="Topics">Of what; empty: of everything, what comes with later versions too.</param>
    /// <param name="Description">For people.</param>
    /// <param name="Secret">Where the secret lies that messages are signed with.</param>
    [EventName("webhook.created.v1")]
    public sealed record Created(string Url, IReadOnlyList<WebhookTopic> Topics, string? Description, TokenRef Secret) : WebhookEvent;

    /// <summary>It is told elsewhere, or of other things.</summary>
    [EventName("webhook.changed.v1")]
    public sealed record Changed(string Url, IReadOnlyList<WebhookTopic> Topics, string? Description) : WebhookEvent;

    /// <summary>It has another secret; until <paramref name="FormerUntil"/> messages are signed with the former one as well.</summary>
    [EventName("webhook.secret_rotated.v1")]
    public sealed record SecretRotated(TokenRef Secret, DateTimeOffset FormerUntil) : WebhookEvent;

    /// <summary>It is told nothing until it is enabled.</summary>
    /// <param name="Reason">Why, for people.</param>
    /// <param name="ByFailure">Whether it was us, because nothing had arrived for long.</param>
    [EventName("webhook.disabled.v1")]
    public sealed record Disabled(string Reason, bool ByFailure) : WebhookEvent;

    /// <summary>It is told again.</summary>
    /// <param name="DeliverMissed">Also of what happened meanwhile.</param>
    [EventName("webhook.enabled.v1")]
    public sealed record Enabled(bool DeliverMissed) : WebhookEvent;

    /// <summary>It is gone, and so are its secrets.</summary>
    [EventName("webhook.removed.v1")]
    public sealed record Removed : WebhookEvent;
}
