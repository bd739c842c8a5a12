using Campaigns.Domain.Campaigns;
using Campaigns.Domain.History;
using static Campaigns.Domain.Publications.Publication;

namespace Campaigns.Domain.Publications;

/// <summary>What an event changed about a publication.</summary>
public static class PublicationChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Publication before, PublicationEvent happened) =>
        Changes.Between(Fields(before), Fields(Evolve(before, happened)));

    private static IEnumerable<StateField> Fields(Publication state) =>
        state switch
        {
            Pending p =>
            [
                .. Of(p.Order),
                new("stage", StageOf(p)),
                new("container", ContainerOf(p)),
                new("lastProblem", p.LastProblem?.Message),
                new("nextTryAt", p.LastProblem is null ? null : Changes.Told(p.TryAt)),
            ],
            Publishing p =>
            [
                .. Of(p.Order),
                new("stage", $"publishing, call {p.Attempt}"),
                new("container", p.Container.Id.Value),
                new("lastProblem", null),
                new("nextTryAt", null),
            ],
            Live l => [.. Of(l.Order), new("stage", "live"), new("mediaId", l.Media?.Value), new("liveAt", Changes.Told(l.At))],
            Ended e => [new("stage", StageOf(e)), new("endedBecause", e.Reason)], // what it would have been, it says no more
            _ => [],
        };

    private static IEnumerable<StateField> Of(Order order) =>
        [
            new("dueLocal", order.When.Local.Replace('T', ' ')),
            new("zone", order.When.Zone),
            new("dueAt", Changes.Told(order.When.DueAt)),
            new("publishUntil", Changes.Told(order.PublishUntil)),
            new("account", $"@{order.Target.Username}"),
            new("caption", order.Content.Caption),
            new("altText", order.Content.AltText),
            new("kind", order.Content.Kind is PostKind.Photo ? null : order.Content.Kind.ToString()),
            new("media", Changes.Told(order.Content.AllMedia)),
            new("approvedBy", order.ApprovedBy?.Value),
            new("approval", order.AwaitsApproval ? "awaited for the new time" : null),
            new("heldBecause", order.HeldBecause),
            new("deferredBecause", order.Timing.Deferred is { } deferral ? InWords(deferral.Because) : null),
            new("deferredUntil", order.Timing.Deferred?.Until is { } until ? Changes.Told(until) : null),
            new("decideBy", order.Timing.DecideBy is { } by ? Changes.Told(by) : null),
            new("latePolicy", order.Timing.Late == LatePolicy.Default ? null : order.Timing.Late.InWords),
        ];

    private static string InWords(DeferralReason because) =>
        because switch
        {
            DeferralReason.QuietHours => "quiet hours",
            DeferralReason.Pace => "the account's pace",
            DeferralReason.Quota => "the account's quota",
            DeferralReason.AccountBlocked => "the platform blocks the account",
            _ => "the account must be reconnected",
        };

    private static string StageOf(Publication state) =>
        state switch
        {
            Assembling a => $"assembling, {a.Children.Count} of {a.Order.Content.AllMedia.Count} items",
            Uploaded => "uploaded",
            Ready => "ready",
            Ended { Verdict: Verdict.GaveUp } => "given up",
            Ended { Verdict: Verdict.Skipped } => "skipped",
            Ended { Verdict: Verdict.Withdrawn } => "withdrawn",
            Ended { Verdict: Verdict.NeedsPerson } => "needs a person",
            _ => "waiting",
        };

    private static string? ContainerOf(Pending state) =>
        state switch
        {
            Uploaded u => u.Container.Id.Value,
            Ready r => r.Container.Id.Value,
            _ => null,
        };
}
