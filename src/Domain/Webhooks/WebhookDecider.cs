using Campaigns.Domain.Accounts;
using static Campaigns.Domain.Webhooks.Webhook;

namespace Campaigns.Domain.Webhooks;

/// <summary>Every choice made about a webhook.</summary>
public static class WebhookDecider
{
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    /// <summary>Most webhooks of one tenant.</summary>
    public const int MostOfTenant = 50;

    /// <summary>Sets it up.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="secret">Where its secret lies.</param>
    /// <param name="others">How many webhooks its tenant has.</param>
    /// <param name="loopbackAllowed">Whether it may lead to this machine.</param>
    public static Decision<WebhookEvent> Create(Webhook state, CreateWebhook ask, TokenRef secret, int others, bool loopbackAllowed)
    {
        if (state is not Unknown)
            return Refusal.WebhookExists;
        if (others >= MostOfTenant)
            return Refusal.TooManyWebhooks(MostOfTenant);
        return Check(ask.Url, ask.Topics, ask.Description, loopbackAllowed) is { } refusal
            ? refusal
            : [new WebhookEvent.Created(ask.Url, ask.Topics, Told(ask.Description), secret)];
    }

    /// <summary>Changes it. What is asked for and stands there already changes nothing.</summary>
    public static Decision<WebhookEvent> Change(Webhook state, ChangeWebhook ask, bool loopbackAllowed)
    {
        if (state is not Open open)
            return Refusal.WebhookNotFound;
        var (url, topics) = (ask.Url ?? open.Url, ask.Topics ?? open.Topics);
        var description = ask.Description is null ? open.Description : Told(ask.Description);
        if (Check(url, topics, description, loopbackAllowed) is { } refusal)
            return refusal;
        return url == open.Url && topics.SequenceEqual(open.Topics) && description == open.Description
            ? []
            : [new WebhookEvent.Changed(url, topics, description)];
    }

    /// <summary>Gives it another secret.</summary>
    public static Decision<WebhookEvent> Rotate(Webhook state, RotateWebhookSecret ask, TokenRef secret, DateTimeOffset now) =>
        state switch
        {
            not Open => Refusal.WebhookNotFound,
            _ when ask.FormerFor < TimeSpan.Zero || ask.FormerFor > LongestOverlap => Refusal.WebhookOverlapMalformed,
            _ => [new WebhookEvent.SecretRotated(secret, now + ask.FormerFor)],
        };

    /// <summary>Tells it nothing until it is enabled.</summary>
    public static Decision<WebhookEvent> Disable(Webhook state, DisableWebhook ask) =>
        (state, TextRule.Check("reason", ask.Reason, 500)) switch
        {
            (not Open, _) => Refusal.WebhookNotFound,
            (_, { } refusal) => refusal,
            (Open { DisabledBecause: not null }, _) => [],
            _ => [new WebhookEvent.Disabled(ask.Reason, ByFailure: false)],
        };

    /// <summary>Nothing has arrived there for long: it is told nothing more until a person has looked.</summary>
    public static Decision<WebhookEvent> GiveUp(Webhook state, string reason) =>
        state is Open { DisabledBecause: null } ? [new WebhookEvent.Disabled(reason, ByFailure: true)] : [];

    /// <summary>Tells it again.</summary>
    public static Decision<WebhookEvent> Enable(Webhook state, EnableWebhook ask) =>
        state switch
        {
            Open { DisabledBecause: null } => [],
            Open => [new WebhookEvent.Enabled(ask.DeliverMissed)],
            _ => Refusal.WebhookNotFound,
        };

    /// <summary>Takes it away.</summary>
    public static Decision<WebhookEvent> Remove(Webhook state) =>
        state switch
        {
            Open => [new WebhookEvent.Removed()],
            Gone => [],
            _ => Refusal.WebhookNotFound,
        };

    private static Refusal? Check(string url, IReadOnlyList<WebhookTopic> topics, string? description, bool loopbackAllowed) =>
        TextRule.First(
            WebhookUrlRule.Check(url, loopbackAllowed),
            topics.Distinct().Count() == topics.Count ? null : Refusal.WebhookTopicsMalformed,
            TextRule.Check("description", description, 500, required: false)
        );

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
