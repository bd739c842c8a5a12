using Campaigns.Domain.History;

namespace Campaigns.Domain.Webhooks;

/// <summary>What an event changed about a webhook. Its secrets are not told, and of its address only the host: the rest is often a secret too.</summary>
public static class WebhookChanges
{
    /// <summary>From what to what; empty when the event left everything that may be told as it was.</summary>
    public static IReadOnlyList<Change> Between(Webhook before, WebhookEvent happened) =>
        Changes.Between(Fields(before), Fields(Webhook.Evolve(before, happened)));

    private static IEnumerable<StateField> Fields(Webhook state) =>
        state switch
        {
            Webhook.Open open =>
            [
                new("state", open.DisabledBecause is null ? "enabled" : "disabled"),
                new("host", new Uri(open.Url).Host),
                new("topics", open.Topics.Count == 0 ? "all" : string.Join(", ", open.Topics.Select(topic => topic.Wire()))),
                new("description", open.Description),
                new("disabledBecause", open.DisabledBecause),
                new("formerSecretUntil", open.Former is { } former ? Changes.Told(former.Until) : null),
            ],
            Webhook.Gone => [new("state", "removed")],
            _ => [],
        };
}
