namespace Campaigns.Integrations;

/// <summary>Sends messages to places that tenants named, by the Standard Webhooks scheme. Reaches public addresses only.</summary>
public interface IWebhookSender
{
    /// <summary>Whether this very machine may be told, without encryption: true in the sandbox alone.</summary>
    bool LoopbackAllowed { get; }

    /// <summary>Sends one message, once. Whatever goes wrong is an answer.</summary>
    Task<WebhookAnswer> Send(WebhookMessage message, CancellationToken ct);
}

/// <summary>A message to a webhook.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Id">The same with every attempt.</param>
/// <param name="At">When this attempt is made, UTC.</param>
/// <param name="Body">JSON.</param>
/// <param name="Secrets">Each gives a signature, the newest first: <c>whsec_</c> and base64.</param>
public sealed record WebhookMessage(Uri Url, string Id, DateTimeOffset At, string Body, IReadOnlyList<string> Secrets);

/// <summary>What came of it.</summary>
/// <param name="Status">The HTTP status; null when there was none.</param>
/// <param name="Error">Why it did not arrive, for people; null when it did.</param>
/// <param name="RetryAfter">How long the other side asked us to wait; null when it did not ask.</param>
public sealed record WebhookAnswer(int? Status, string? Error, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the other side took it.</summary>
    public bool Arrived => Error is null;
}
