using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Bench.Chaos;

/// <summary>What the platform shows, against what was promised and what the log says. Each line names a post and what is wrong.</summary>
/// <param name="Doubled">Shown more than once, or shown and nobody's.</param>
/// <param name="Missing">Promised and not shown, unless a strict late policy ended it.</param>
/// <param name="WithoutVerdict">Without a recorded end.</param>
/// <param name="Disagreeing">The log says other than the platform: the verdict, the media's id, or what is shown.</param>
internal sealed record Comparison(
    IReadOnlyList<string> Doubled,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> WithoutVerdict,
    IReadOnlyList<string> Disagreeing
)
{
    public bool IsClean => Doubled.Count + Missing.Count + WithoutVerdict.Count + Disagreeing.Count == 0;

    public static Comparison Of(IEnumerable<string> promised, Ledger ledger, IReadOnlyList<Shown> feed)
    {
        var owners = ledger
            .Entries.SelectMany(entry => entry.Value.Containers.Select(container => (container, entry.Key)))
            .ToLookup(pair => pair.container, pair => pair.Key);
        var shown = feed.ToLookup(media => owners[media.CreationId].FirstOrDefault());
        List<string> publications = [.. promised.Union(ledger.Entries.Keys)];
        return new(
            [
                .. publications.Where(id => shown[id].Count() > 1).Select(id => Told(id, shown[id])),
                .. shown[null].Select(media => $"{media.Id}: shown, and nobody made its container {media.CreationId}"),
            ],
            [.. publications.Where(id => !shown[id].Any() && Entry(id)?.EndedByStrictPolicy is not true).Select(id => Told(id, []))],
            [.. publications.Where(id => Entry(id)?.Verdicts is null or { Count: 0 }).Select(id => Told(id, shown[id]))],
            [.. publications.Where(id => Entry(id) is { } entry && !Agrees(entry, [.. shown[id]])).Select(id => Told(id, shown[id]))]
        );

        LedgerEntry? Entry(string id) => ledger.Entries.GetValueOrDefault(id);

        string Told(string id, IEnumerable<Shown> media) =>
            $"{id}: {Entry(id)?.Order?.Content.Kind}, shown as [{string.Join(", ", media.Select(one => one.Id))}]; "
            + $"containers [{string.Join(", ", Entry(id)?.Containers ?? [])}]; last {Entry(id)?.Last}";
    }

    private static bool Agrees(LedgerEntry entry, List<Shown> shown) =>
        (entry.Verdicts, shown) switch
        {
            ([WentLive { } live], [var media]) => (live.Media is null || live.Media.Value.Value == media.Id) && Shows(entry, media),
            ([WentLive], _) or (_, [_, ..]) => false,
            ([_, _, ..], _) => false,
            _ => true, // missing or without a verdict, which is told elsewhere
        };

    private static bool Shows(LedgerEntry entry, Shown media)
    {
        var content = entry.Order!.Content;
        return content.AllMedia.Select(file => file.Video is null ? "IMAGE" : "VIDEO").SequenceEqual(media.Items)
            && (content.Kind is PostKind.Story || content.Caption == media.Caption);
    }
}
