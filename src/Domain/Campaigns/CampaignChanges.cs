using Campaigns.Domain.History;
using Campaigns.Domain.Reviews;

namespace Campaigns.Domain.Campaigns;

/// <summary>What an event changed about a campaign and its items.</summary>
public static class CampaignChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Campaign before, CampaignEvent happened)
    {
        List<StateField> had = [.. Fields(before)];
        List<StateField> has = [.. Fields(Campaign.Evolve(before, happened))];
        var there = has.Select(field => field.Item).ToHashSet();
        var gone = had.Where(field => !there.Contains(field.Item)).Select(field => field with { Value = null });
        return Changes.Between(had, [.. has, .. gone]);
    }

    private static IEnumerable<StateField> Fields(Campaign state) =>
        state is Campaign.Open open
            ?
            [
                new("name", open.Name),
                new("brief", open.Brief),
                new("brandId", open.Brand?.Value),
                new("latePolicy", open.Late?.InWords),
                new("writing", Told(open.Jobs.Values.OfType<CampaignJob.Write>())),
                new("missing", open.Rest is { } rest ? $"{rest.Items.Count} of the last order" : null),
                new("suggestedBrief", open.SuggestedBrief),
                new("briefImprovement", open.Jobs.Values.Any(job => job is CampaignJob.Improve) ? "under way" : null),
                new("series", Listed(open.Series.Values.Select(Told))),
                .. open.Items.SelectMany(Fields),
                .. open.Invites.Select(invite => new StateField($"invite {invite.Key}", Told(invite.Value))),
            ]
            : [];

    private static IEnumerable<StateField> Fields(CampaignItem item) =>
        [
            new("platform", item.Platform.ToString(), item.Id),
            new("kind", item.Kind is PostKind.Photo ? null : item.Kind.ToString(), item.Id),
            new("caption", item.Text.Caption, item.Id),
            new("hashtags", item.Text.Hashtags.Count == 0 ? null : string.Join(' ', item.Text.Hashtags.Select(tag => '#' + tag)), item.Id),
            new("imagePrompt", item.Text.ImagePrompt, item.Id),
            new("altText", item.Text.AltText, item.Id),
            new("media", Changes.Told(item.Media), item.Id),
            new("madeBy", Changes.Told(item.MadeBy), item.Id),
            new("illustration", item.Drawing is null ? null : "being drawn", item.Id),
            new("rewriting", item.Rewriting is null ? null : "being written anew", item.Id),
            new("variants", item.Variants.Count == 0 ? null : $"{item.Variants.Count} to choose from", item.Id),
            .. item.Parts.Select(part => new StateField(part.Part.ToString(), Told(part), item.Id)),
            new("review", Told(item.Review), item.Id),
            new("reviewNote", item.Review.Note, item.Id),
            new("publications", Told(item.Publications.Keys), item.Id),
        ];

    private static string Told(PartOfItem part) =>
        part.Generation is not null ? "being made"
        : part.Problem is { } problem ? $"failed: {problem.Message}"
        : part.Media?.Key ?? "none";

    private static string? Told(IEnumerable<CampaignJob.Write> jobs) =>
        Listed(jobs.Select(job => $"{job.Order.Items.Count} in {job.Order.Language} under way"));

    private static string Told(CampaignSeries series) =>
        $"{series.Rule}: {series.Occurrences.Count(one => one.State is OccurrenceState.Scheduled)} of {series.Occurrences.Count} on the calendar"
        + (series.CancelledBecause is null ? "" : ", cancelled");

    private static string? Told(IEnumerable<Publications.PublicationId> planned) => Listed(planned.Select(id => id.Value));

    private static string Told(Review review) =>
        review.State switch
        {
            ReviewState.Requested => "approval asked for",
            ReviewState.Approved when review.Window is { } window => $"approved by {review.By}, {Told(window)}",
            ReviewState.Approved => $"approved by {review.By}",
            ReviewState.ChangesRequested => $"changes asked for by {review.By}",
            _ => "draft",
        };

    private static string Told(ApprovalWindow window) =>
        $"to go out {(window.From is { } from ? $"from {Changes.Told(from)} " : "")}{(window.Until is { } until ? $"until {Changes.Told(until)}" : "on")}";

    private static string Told(ReviewInvite invite) =>
        invite.IsRevoked ? "taken back" : $"{invite.Name}, {invite.Posts.Count} posts, until {Changes.Told(invite.ExpiresAt)}";

    // In an order of their own: a dictionary has none.
    private static string? Listed(IEnumerable<string> parts) =>
        string.Join(", ", parts.Order(StringComparer.Ordinal)) is { Length: > 0 } listed ? listed : null;
}
