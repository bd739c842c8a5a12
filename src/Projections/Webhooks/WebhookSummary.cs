using System.Globalization;
using Campaigns.Domain.Webhooks;

namespace Campaigns.Projections.Webhooks;

/// <summary>What happened to a webhook, in one English sentence for people.</summary>
internal static class WebhookSummary
{
    public static string Of(WebhookEvent happened) =>
        happened switch
        {
            WebhookEvent.Created e => $"Webhook {HostOf(e.Url)} was set up, for {Told(e.Topics)}.",
            WebhookEvent.Changed e => $"The webhook is told at {HostOf(e.Url)} now, of {Told(e.Topics)}.",
            WebhookEvent.SecretRotated e => string.Create(
                CultureInfo.InvariantCulture,
                $"The webhook got another secret; the former one stays good until {e.FormerUntil.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."
            ),
            WebhookEvent.Disabled { ByFailure: true } e => $"The webhook was disabled because nothing arrived: {e.Reason}",
            WebhookEvent.Disabled e => $"The webhook was disabled: {e.Reason}",
            WebhookEvent.Enabled { DeliverMissed: true } => "The webhook was enabled, and is told what it missed.",
            WebhookEvent.Enabled => "The webhook was enabled.",
            WebhookEvent.Removed => "The webhook was removed.",
            _ => "Something happened to the webhook.",
        };

    // Paths and queries of such addresses are often secrets themselves.
    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "?";

    private static string Told(IReadOnlyList<WebhookTopic> topics) =>
        topics.Count == 0 ? "everything" : string.Join(", ", topics.Select(topic => topic.Wire()));
}
