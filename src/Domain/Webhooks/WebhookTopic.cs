namespace Campaigns.Domain.Webhooks;

/// <summary>What a webhook can be told: of posts, and of AI money.</summary>
public enum WebhookTopic
{
    /// <summary>Someone asked for it to be approved. <c>post.approval_requested</c></summary>
    PostApprovalRequested,

    /// <summary>Its content was approved. <c>post.approved</c></summary>
    PostApproved,

    /// <summary>Someone asked for changes first. <c>post.changes_requested</c></summary>
    PostChangesRequested,

    /// <summary>It stands on the calendar. <c>post.scheduled</c></summary>
    PostScheduled,

    /// <summary>It is due at another time. <c>post.rescheduled</c></summary>
    PostRescheduled,

    /// <summary>It waits until a person releases it. <c>post.held</c></summary>
    PostHeld,

    /// <summary>It may go out again. <c>post.released</c></summary>
    PostReleased,

    /// <summary>It must wait for something other than its due time: quota, pace, quiet hours, its account. <c>post.deferred</c></summary>
    PostDeferred,

    /// <summary>It is too late by its late policy, and a person decides whether it goes out. <c>post.decision_asked</c></summary>
    PostDecisionAsked,

    /// <summary>A publish call was begun. <c>post.publish_started</c></summary>
    PostPublishStarted,

    /// <summary>The publish call's outcome is not known, the platform is asked. <c>post.outcome_unclear</c></summary>
    PostOutcomeUnclear,

    /// <summary>A step failed, certainly without publishing; it is tried again. <c>post.attempt_failed</c></summary>
    PostAttemptFailed,

    /// <summary>It is public. <c>post.live</c></summary>
    PostLive,

    /// <summary>Verdict: it cannot go out as it is. <c>post.gave_up</c></summary>
    PostGaveUp,

    /// <summary>Verdict: too late by its late policy. <c>post.skipped</c></summary>
    PostSkipped,

    /// <summary>Verdict: taken back. <c>post.withdrawn</c></summary>
    PostWithdrawn,

    /// <summary>Verdict: the platform itself cannot tell, a person must look. <c>post.needs_person</c></summary>
    PostNeedsPerson,

    /// <summary>A soft limit of AI money was reached, the tenant's or a campaign's. <c>ai.soft_limit_reached</c></summary>
    AiSoftLimitReached,

    /// <summary>A call to a provider cost more than could be: none is begun until an admin has looked, or the month is over. <c>ai.held</c></summary>
    AiHeld,
}
