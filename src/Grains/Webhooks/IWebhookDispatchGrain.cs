using Orleans.Concurrency;

namespace Campaigns.Grains.Webhooks;

/// <summary>Sends to one webhook: one at a time in the whole cluster, so a slow or dead receiver delays nobody else's messages.</summary>
public interface IWebhookDispatchGrain : IGrainWithStringKey
{
    /// <summary>Has it look what there is to tell and to send. Harmless at any time.</summary>
    /// <param name="since">It is told of nothing at or before this position of the log; null: only what is written already is sent.</param>
    [OneWay, AlwaysInterleave]
    Task Wake(string? since);
}
