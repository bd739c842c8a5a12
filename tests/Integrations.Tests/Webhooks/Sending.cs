using System.Net;
using Campaigns.Integrations.Webhooks;

namespace Campaigns.Integrations.Tests.Webhooks;

/// <summary>Senders for tests.</summary>
internal static class Sending
{
    public static HttpWebhookSender Sender(
        bool loopbackAllowed = true,
        TimeSpan? deadline = null,
        Func<string, IPAddress[]>? resolve = null,
        TimeProvider? clock = null
    ) =>
        WebhooksRegistration.Sender(
            new(loopbackAllowed) { Deadline = deadline ?? TimeSpan.FromSeconds(60) },
            (host, ct) => resolve is null ? Dns.GetHostAddressesAsync(host, ct) : Task.FromResult(resolve(host)),
            clock ?? TimeProvider.System
        );

    public static WebhookMessage To(Uri url) =>
        new(url, "msg_1", new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "{}", ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]);
}
