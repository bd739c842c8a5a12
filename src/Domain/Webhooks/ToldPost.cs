using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Webhooks;

/// <summary>What is known of a publication by its events so far, to tell of the next one.</summary>
/// <param name="Scheduled">How it began; null before that.</param>
/// <param name="DueAt">When it is due by now, UTC.</param>
public sealed record ToldPost(PublicationEvent.Scheduled? Scheduled, DateTimeOffset? DueAt)
{
    /// <summary>Nothing is known yet.</summary>
    public static ToldPost Nothing { get; } = new(null, null);

    /// <summary>With one more event.</summary>
    public ToldPost After(PublicationEvent happened) =>
        happened switch
        {
            PublicationEvent.Scheduled e => new(e, e.When.DueAt),
            PublicationEvent.Rescheduled e => this with { DueAt = e.When.DueAt },
            _ => this,
        };

    /// <summary>What to tell of an event of a publication, which this must already include; null when nothing.</summary>
    public ToldMessage? Tell(TenantId tenant, PublicationId publication, Guid eventId, DateTimeOffset at, PublicationEvent happened)
    {
        if (WebhookTopics.Of(happened) is not { } topic)
            return null;
        var told = new ToldData(
            eventId,
            tenant.Value,
            StatusBy(topic),
            Scheduled?.Content.Campaign,
            Scheduled?.Content.Item,
            publication,
            Scheduled?.Target.Account,
            Scheduled?.Target.Username,
            DueAt
        );
        return new(topic.Wire(), at, With(told, happened));
    }

    /// <summary>What to tell of an event of a campaign; null when nothing.</summary>
    public static ToldMessage? Tell(
        TenantId tenant,
        CampaignId campaign,
        Guid eventId,
        DateTimeOffset at,
        ActorId actor,
        CampaignEvent happened
    )
    {
        if (WebhookTopics.Of(happened) is not { } topic)
            return null;
        var told = new ToldData(eventId, tenant.Value, StatusBy(topic), campaign);
        return new(
            topic.Wire(),
            at,
            happened switch
            {
                CampaignEvent.ApprovalRequested e => told with { PostId = e.Item, Reason = e.Note, By = actor.Value },
                CampaignEvent.ItemApproved e => told with { PostId = e.Item, Reason = e.Note, By = e.By.Value },
                CampaignEvent.ChangesRequested e => told with { PostId = e.Item, Reason = e.Reason, By = e.By.Value },
                _ => told,
            }
        );
    }

    private static ToldData With(ToldData told, PublicationEvent happened) =>
        happened switch
        {
            PublicationEvent.Scheduled e => told with { By = e.ApprovedBy?.Value },
            PublicationEvent.Held e => told with { Reason = e.Reason },
            PublicationEvent.Deferred e => told with { Reason = Worded(e.Because.ToString()), RetryAt = e.Until },
            PublicationEvent.CarriedOver e => told with { Reason = e.Reason },
            PublicationEvent.DecisionAsked e => told with { Reason = e.Reason, DecideBy = e.DecideBy },
            PublicationEvent.ChildContainerDropped e => told with
            {
                Problem = Of(e.Problem),
                Reason = e.Problem.Message,
                RetryAt = e.RetryAt,
            },
            PublicationEvent.ContainerDropped e => told with { Problem = Of(e.Problem), Reason = e.Problem.Message, RetryAt = e.RetryAt },
            PublicationEvent.PublishStarted e => told with { Attempt = e.Attempt },
            PublicationEvent.OutcomeUnclear e => told with { Problem = Of(e.Problem), Reason = e.Problem.Message },
            PublicationEvent.AttemptFailed e => told with { Problem = Of(e.Problem), Reason = e.Problem.Message, RetryAt = e.RetryAt },
            PublicationEvent.WentLive e => told with { MediaId = e.Media?.Value },
            PublicationEvent.GaveUp e => told with { Problem = Of(e.Problem), Reason = e.Problem.Message },
            PublicationEvent.Skipped e => told with { Reason = e.Reason },
            PublicationEvent.Withdrawn e => told with { Reason = e.Reason },
            PublicationEvent.NeedsPerson e => told with { Problem = Of(e.Problem), Reason = e.Tried },
            _ => told,
        };

    private static string StatusBy(WebhookTopic topic) =>
        topic switch
        {
            WebhookTopic.PostRescheduled or WebhookTopic.PostReleased => "scheduled",
            WebhookTopic.PostPublishStarted => "publishing",
            WebhookTopic.PostAttemptFailed => "retrying",
            _ => topic.Wire()["post.".Length..],
        };

    private static ToldProblem Of(Problem problem) => new(Worded(problem.Class.ToString()), problem.Code, problem.Message);

    private static string Worded(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant();
}
