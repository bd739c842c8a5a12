using Campaigns.Domain.Campaigns;

namespace Campaigns.Projections.History;

/// <summary>What came of many posts at once, in one English sentence for people.</summary>
internal static class SchedulingSummary
{
    public static string Of(IReadOnlyList<OccurrenceOutcome> outcomes) =>
        Counted(
            "Occurrences of a series",
            outcomes.GroupBy(outcome =>
                outcome.State switch
                {
                    OccurrenceState.Scheduled => "scheduled",
                    OccurrenceState.Refused => "refused",
                    OccurrenceState.Cancelled => "taken back",
                    OccurrenceState.Kept => "too late to be taken back",
                    _ => "planned",
                }
            )
        );

    public static string Of(IReadOnlyList<MoveOutcome> outcomes) =>
        Counted("Publications", outcomes.GroupBy(outcome => outcome.State is MoveState.Moved ? "moved" : "left where they were"));

    private static string Counted<T>(string what, IEnumerable<IGrouping<string, T>> fates) =>
        $"{what}: {string.Join(", ", fates.Select(fate => $"{fate.Count()} {fate.Key}"))}.";
}
