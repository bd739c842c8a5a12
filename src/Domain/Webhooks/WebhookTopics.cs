using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Webhooks;

/// <summary>Which fact is told under which topic, and how topics are written on the wire.</summary>
public static class WebhookTopics
{
    /// <summary>The type of a message that only tries the way there.</summary>
    public const string Test = "webhook.test";

    /// <summary>The stored names of all events that may be told; others need not be looked at.</summary>
    public static IReadOnlyList<string> EventNames { get; } =
    [
        .. (
            (Type[])
                [
                    typeof(CampaignEvent.ApprovalRequested),
                    typeof(CampaignEvent.ItemApproved),
                    typeof(CampaignEvent.ChangesRequested),
                    typeof(PublicationEvent.Scheduled),
                    typeof(PublicationEvent.Rescheduled),
                    typeof(PublicationEvent.Held),
                    typeof(PublicationEvent.Released),
                    typeof(PublicationEvent.Deferred),
                    typeof(PublicationEvent.DecisionAsked),
                    typeof(PublicationEvent.CarriedOver),
                    typeof(PublicationEvent.ContainerDropped),
                    typeof(PublicationEvent.ChildContainerDropped),
                    typeof(PublicationEvent.PublishStarted),
                    typeof(PublicationEvent.OutcomeUnclear),
                    typeof(PublicationEvent.AttemptFailed),
                    typeof(PublicationEvent.WentLive),
                    typeof(PublicationEvent.GaveUp),
                    typeof(PublicationEvent.Skipped),
                    typeof(PublicationEvent.Withdrawn),
                    typeof(PublicationEvent.NeedsPerson),
                    typeof(LedgerEvent.SoftLimitReached),
                    typeof(LedgerEvent.Overrun),
                ]
        ).Select(EventCatalogue.NameOf),
    ];

    /// <summary>The topic of a fact; null when webhooks are not told of it.</summary>
    public static WebhookTopic? Of(DomainEvent happened) =>
        happened switch
        {
            CampaignEvent.ApprovalRequested => WebhookTopic.PostApprovalRequested,
            CampaignEvent.ItemApproved => WebhookTopic.PostApproved,
            CampaignEvent.ChangesRequested => WebhookTopic.PostChangesRequested,
            PublicationEvent.Scheduled => WebhookTopic.PostScheduled,
            PublicationEvent.Rescheduled => WebhookTopic.PostRescheduled,
            PublicationEvent.Held => WebhookTopic.PostHeld,
            PublicationEvent.Released => WebhookTopic.PostReleased,
            PublicationEvent.PublishStarted => WebhookTopic.PostPublishStarted,
            PublicationEvent.OutcomeUnclear => WebhookTopic.PostOutcomeUnclear,
            PublicationEvent.Deferred or PublicationEvent.CarriedOver => WebhookTopic.PostDeferred,
            PublicationEvent.DecisionAsked => WebhookTopic.PostDecisionAsked,
            PublicationEvent.AttemptFailed { Problem.Class: ProblemClass.Throttled or ProblemClass.QuotaReached } =>
                WebhookTopic.PostDeferred,
            PublicationEvent.AttemptFailed or PublicationEvent.ContainerDropped or PublicationEvent.ChildContainerDropped =>
                WebhookTopic.PostAttemptFailed,
            PublicationEvent.WentLive => WebhookTopic.PostLive,
            PublicationEvent.GaveUp => WebhookTopic.PostGaveUp,
            PublicationEvent.Skipped => WebhookTopic.PostSkipped,
            PublicationEvent.Withdrawn => WebhookTopic.PostWithdrawn,
            PublicationEvent.NeedsPerson => WebhookTopic.PostNeedsPerson,
            LedgerEvent.SoftLimitReached => WebhookTopic.AiSoftLimitReached,
            LedgerEvent.Overrun => WebhookTopic.AiHeld,
            _ => null,
        };

    /// <summary>As messages name it: <c>post.scheduled</c>.</summary>
    public static string Wire(this WebhookTopic topic)
    {
        var words = string.Concat(
            topic.ToString().Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}")
        );
        var subject = words.IndexOf('_', 1);
        return $"{words[1..subject]}.{words[(subject + 1)..]}";
    }
}
