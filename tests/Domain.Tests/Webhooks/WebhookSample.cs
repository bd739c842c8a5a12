using Campaigns.Domain.Webhooks;

namespace Campaigns.Domain.Tests.Webhooks;

/// <summary>A webhook of examples.</summary>
internal static class WebhookSample
{
    public const string Url = "https://hooks.example.com/posts";

    public static WebhookEvent.Created Created { get; } = new(Url, [WebhookTopic.PostLive, WebhookTopic.PostGaveUp], "Our intranet.", Key);

    public static WebhookEvent.Disabled Disabled { get; } = new("By hand.", ByFailure: false);

    public static WebhookEvent.Removed Removed { get; } = new();

    public static Webhook.Open Open(params WebhookEvent[] happened) => Assert.IsType<Webhook.Open>(After<Webhook, WebhookEvent>(happened));
}
