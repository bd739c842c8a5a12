using System.Globalization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.History;

/// <summary>One thing that a state says of itself, in words for people.</summary>
/// <param name="Field">What, as the public schema names it.</param>
/// <param name="Value">What stands there; null: nothing.</param>
/// <param name="Item">The item whose it is; null for the aggregate's own.</param>
internal readonly record struct StateField(string Field, string? Value, ItemId? Item = null);

/// <summary>Compares what a state said with what it says. What it no longer speaks of is not thereby changed.</summary>
internal static class Changes
{
    /// <summary>What is other than it was, in the order in which it is said now.</summary>
    public static IReadOnlyList<Change> Between(IEnumerable<StateField> before, IEnumerable<StateField> after)
    {
        var had = new Dictionary<(ItemId?, string), string?>();
        foreach (var field in before)
            had.TryAdd((field.Item, field.Field), field.Value); // of two under one id the first counts, as everywhere
        return
        [
            .. after
                .DistinctBy(field => (field.Item, field.Field))
                .Select(field => new Change(field.Field, had.GetValueOrDefault((field.Item, field.Field)), field.Value, field.Item))
                .Where(change => change.From != change.To),
        ];
    }

    /// <summary>An instant, for people.</summary>
    public static string Told(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Stored files, for people, in order; null when there are none.</summary>
    public static string? Told(IReadOnlyList<MediaAsset> media) => media.Count == 0 ? null : string.Join("; ", media.Select(Told));

    /// <summary>A stored file, for people: its size, and the name that tells it from another of that size.</summary>
    public static string? Told(MediaAsset? media) =>
        media switch
        {
            null => null,
            { Video: { } video } => string.Create(
                CultureInfo.InvariantCulture,
                $"video of {video.Seconds:0.#} s, {media.Width}×{media.Height} pixels, {media.Key}"
            ),
            _ => $"{media.Width}×{media.Height} pixels, {media.Key}",
        };

    /// <summary>A span of time, for people.</summary>
    public static string Told(TimeSpan span) =>
        span.Ticks switch
        {
            var ticks when ticks > 0 && ticks % TimeSpan.TicksPerDay == 0 => Counted(span.Days, "day"),
            var ticks when ticks > 0 && ticks % TimeSpan.TicksPerHour == 0 => Counted((int)span.TotalHours, "hour"),
            var ticks when ticks > 0 && ticks % TimeSpan.TicksPerMinute == 0 => Counted((int)span.TotalMinutes, "minute"),
            _ => Counted((int)span.TotalSeconds, "second"),
        };

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    /// <summary>Who made a piece of content, for people; null when people did.</summary>
    public static string? Told(Provenance? madeBy) => madeBy?.Model;
}
