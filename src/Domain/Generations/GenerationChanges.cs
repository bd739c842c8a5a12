using System.Globalization;
using Campaigns.Domain.History;

namespace Campaigns.Domain.Generations;

/// <summary>What an event changed about an AI job.</summary>
public static class GenerationChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Generation before, GenerationEvent happened) =>
        Changes.Between(Fields(before), Fields(Generation.Evolve(before, happened)));

    private static IEnumerable<StateField> Fields(Generation state) =>
        state switch
        {
            Generation.Working w =>
            [
                new("state", w.IsCancelled ? "called off" : "under way"),
                new("attempts", w.Attempts == 0 ? null : w.Attempts.ToString(CultureInfo.InvariantCulture)),
                new("nextTryAt", w.TryAt == default ? null : Changes.Told(w.TryAt)),
                new("model", w.Model is { } model ? $"{model.Provider} {model.Model}" : null),
                new("operation", w.Open?.Operation),
                new("progress", w.Open?.Share?.ToString("P0", CultureInfo.InvariantCulture)),
                new("faults", w.Draft is { } draft ? string.Join(' ', draft.Faults) : null),
                new("unsettled", Told(w.Unsettled.Count)),
            ],
            Generation.Finished f =>
            [
                new("state", f.Result is GenerationResult.Nothing ? "failed" : "made"),
                new("nextTryAt", null),
                new("problem", (f.Result as GenerationResult.Nothing)?.Problem.Message),
                new("unsettled", Told(f.Unsettled.Count)),
                new("delivered", f.Delivered ? "yes" : null),
            ],
            _ => [],
        };

    private static string? Told(int unsettled) => unsettled == 0 ? null : unsettled.ToString(CultureInfo.InvariantCulture);
}
