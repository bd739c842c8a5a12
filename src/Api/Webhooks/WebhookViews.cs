using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Domain.Webhooks;
using Campaigns.Projections;
using Campaigns.Projections.Webhooks;
using GraphQL;

namespace Campaigns.Api.Webhooks;

/// <summary>A place outside that is told what becomes of posts. Its secret is shown when it is made, and never again.</summary>
[Name("Webhook")]
public sealed class WebhookView(WebhookRow row)
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>Where it is told.</summary>
    public string Url => row.Url;

    /// <summary>Of what; empty: of everything.</summary>
    public IReadOnlyList<WebhookTopic> Topics => row.Topics;

    /// <summary>For people.</summary>
    public string? Description => row.Description;

    /// <summary>Whether it is told.</summary>
    public WebhookState State => row.State;

    /// <summary>Why it is not.</summary>
    public string? DisabledBecause => row.DisabledBecause;

    /// <summary>Whether it was disabled because nothing had arrived there for long.</summary>
    public bool DisabledByFailure => row.DisabledByFailure;

    /// <summary>Until when messages are signed with its former secret as well; null when it never had another.</summary>
    public DateTimeOffset? FormerSecretUntil => row.FormerSecretUntil;

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;
}

/// <summary>A message to a webhook: in the delivery log for 30 days after it arrived or was given up.</summary>
[Name("WebhookDelivery")]
public sealed class WebhookDeliveryView(WebhookDeliveryRow row)
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>To whom.</summary>
    public Guid WebhookId => row.Webhook;

    /// <summary>The header `webhook-id`: the same with every attempt.</summary>
    public string MessageId => row.MessageId;

    /// <summary>The event of history that it tells of; null for a trial.</summary>
    public Guid? EventId => row.Event;

    /// <summary>Its type, such as `post.live`.</summary>
    public string Type => row.Topic;

    /// <summary>What is sent: JSON, to the byte.</summary>
    public string Body => row.Body;

    /// <summary>Where it stands.</summary>
    public WebhookDeliveryState State => row.State;

    /// <summary>How often it was sent.</summary>
    public int AttemptCount => row.Attempts;

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it is sent next; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt => row.NextAttemptAt;

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? LastAttemptAt => row.LastAttemptAt;

    /// <summary>The HTTP status of the last answer; null when there was none.</summary>
    public int? LastStatus => row.LastStatus;

    /// <summary>Why it did not arrive the last time; null when it did.</summary>
    public string? LastError => row.LastError;

    /// <summary>When it arrived or was given up.</summary>
    public DateTimeOffset? EndedAt => row.EndedAt;

    /// <summary>Each sending, the first one first.</summary>
    public async Task<IReadOnlyList<WebhookAttemptView>> Attempts(
        [FromServices] Viewer viewer,
        [FromServices] WebhookReader webhooks,
        CancellationToken ct
    )
    {
        var tenant = await viewer.Of(ReadModels.Webhooks, ct, Permission.ManageWebhooks);
        return [.. (await webhooks.Attempts(tenant, row.Id, ct)).Select(attempt => new WebhookAttemptView(attempt))];
    }
}

/// <summary>One sending of a message.</summary>
[Name("WebhookAttempt")]
public sealed class WebhookAttemptView(WebhookAttemptRow row)
{
    /// <summary>Which one, from 1.</summary>
    public int Number => row.Number;

    /// <summary>When.</summary>
    public DateTimeOffset At => row.At;

    /// <summary>How long it took, milliseconds.</summary>
    public int TookMs => row.TookMs;

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status => row.Status;

    /// <summary>Why it did not arrive; null when it did.</summary>
    public string? Error => row.Error;
}
