using Campaigns.Domain.Webhooks;

namespace Campaigns.Grains.Webhooks;

/// <summary>A place outside that is told what becomes of posts.</summary>
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>Sets it up, with a new secret; a repeat of the command answers with the same one.</summary>
    Task<WebhookSecretOutcome> Create(CreateWebhook ask, CommandContext by);

    /// <summary>Changes it.</summary>
    Task<Outcome> Change(ChangeWebhook ask, CommandContext by);

    /// <summary>Gives it another secret; a repeat of the command answers with the same one.</summary>
    Task<WebhookSecretOutcome> RotateSecret(RotateWebhookSecret ask, CommandContext by);

    /// <summary>Tells it nothing until it is enabled.</summary>
    Task<Outcome> Disable(DisableWebhook ask, CommandContext by);

    /// <summary>Tells it again.</summary>
    Task<Outcome> Enable(EnableWebhook ask, CommandContext by);

    /// <summary>Takes it away and forgets its secrets. What waits to be sent is dropped.</summary>
    Task<Outcome> Remove(RemoveWebhook ask, CommandContext by);

    /// <summary>Sends a trial message, that nothing happened for.</summary>
    Task<WebhookDeliveryOutcome> Test(CommandContext by);

    /// <summary>Sends a message again, whatever became of it.</summary>
    Task<WebhookDeliveryOutcome> SendAgain(Guid delivery, CommandContext by);

    /// <summary>The webhook as it stands, for the grain that sends to it.</summary>
    Task<Webhook> Describe();

    /// <summary>Nothing has arrived there for long.</summary>
    Task GiveUp(string reason);
}

/// <summary>How a command ended that gives a secret.</summary>
/// <param name="Outcome">As of any command.</param>
/// <param name="Secret">To be shown this once; null when it was refused, or has another one since.</param>
[GenerateSerializer, Immutable]
public sealed record WebhookSecretOutcome([property: Id(0)] Outcome Outcome, [property: Id(1)] string? Secret);

/// <summary>How a command ended that has a message sent.</summary>
/// <param name="Outcome">As of any command.</param>
/// <param name="Delivery">Which message; null when it was refused.</param>
[GenerateSerializer, Immutable]
public sealed record WebhookDeliveryOutcome([property: Id(0)] Outcome Outcome, [property: Id(1)] Guid? Delivery);
