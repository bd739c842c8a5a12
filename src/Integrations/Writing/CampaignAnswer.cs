using System.Text;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>Checks an answer against its order: what is there, what is missing, what breaks a rule.</summary>
internal static class CampaignAnswer
{
    private static readonly (ContentKind Content, string Member)[] Lists =
    [
        (ContentKind.Post, "posts"),
        (ContentKind.Ad, "ads"),
        (ContentKind.Carousel, "carousels"),
        (ContentKind.Clip, "clips"),
    ];

    public static ReadAnswer Read(string json, WritingOrder order, Provenance madeBy, FaultyAnswer? mended)
    {
        var root = LenientJson.Parse(Encoding.UTF8.GetBytes(json)) ?? default;
        var found = Lists.SelectMany(list => Found(root, list.Content, list.Member, order)).ToList();
        var faults = new List<string>(Counts(found, order));
        foreach (var list in found.GroupBy(one => one.Place.Content))
        foreach (var (one, number) in list.Select((one, n) => (one, n + 1)))
            faults.AddRange(
                one.Faults.Select(fault => FormattableString.Invariant($"{list.Key} {number} ({one.Place.Platform}): {fault}."))
            );
        if (LanguageCheck.Fault(found.Select(one => one.Draft), order.Language) is { } foreign)
        {
            faults.Insert(0, foreign);
            found.Clear(); // nobody could use any of it
        }
        if (faults.Count == 0)
            return new(new GenerationResult.Posts(InOrder(found.Select(one => (one.Place, one.Draft)), order), madeBy), null);
        var good = found.Where(one => one.Faults.Count == 0).Select(one => (one.Place, one.Draft)).ToList();
        return new(null, new(json, faults, Usable(good, order, madeBy, faults, mended)));
    }

    /// <summary>What fits of this answer, and where that is not enough, of the one it was to mend.</summary>
    private static GenerationResult.Posts? Usable(
        IReadOnlyList<(OrderedItem Place, DraftPost Draft)> good,
        WritingOrder order,
        Provenance madeBy,
        List<string> faults,
        FaultyAnswer? mended
    )
    {
        var before = (mended?.Usable as GenerationResult.Posts)?.Drafts ?? [];
        var drafts = InOrder(
            [.. good, .. before.Where(draft => good.All(one => one.Draft != draft)).Select(draft => (OrderedItem.Of(draft), draft))],
            order
        );
        if (drafts.Count == 0)
            return null;
        var missing = order
            .Items.GroupBy(item => item)
            .Select(wanted => (wanted.Key, Asked: wanted.Count(), Came: drafts.Count(draft => OrderedItem.Of(draft) == wanted.Key)))
            .Where(group => group.Came < group.Asked)
            .Select(group =>
                FormattableString.Invariant($"{group.Key.Content} for {group.Key.Platform}: {group.Asked} ordered, {group.Came} came.")
            )
            .ToList();
        return new(drafts, madeBy, missing.Count == 0 ? null : [.. missing, .. faults.Take(20)]);
    }

    /// <summary>As ordered, and never more than that.</summary>
    private static IReadOnlyList<DraftPost> InOrder(IEnumerable<(OrderedItem Place, DraftPost Draft)> drafts, WritingOrder order)
    {
        var byPlace = drafts.ToLookup(one => one.Place, one => one.Draft);
        return [.. order.Items.GroupBy(item => item).SelectMany(wanted => byPlace[wanted.Key].Take(wanted.Count()))];
    }

    private static IEnumerable<Candidate> Found(JsonElement root, ContentKind content, string member, WritingOrder order)
    {
        var wanted = order.Items.Where(item => item.Content == content).ToList();
        if (wanted.Count == 0)
            yield break; // what nobody ordered is left unread
        foreach (var item in root.Member(member).Items())
        {
            var place = content is ContentKind.Carousel or ContentKind.Clip
                ? wanted[0]
                : wanted.Find(one => string.Equals(one.Platform.ToString(), item.Text("platform"), StringComparison.OrdinalIgnoreCase));
            if (place is null)
                yield return new(
                    wanted[0],
                    DraftReader.Read(item, wanted[0], order.Illustrate),
                    ["`platform` must be one that the order names, spelled as there"]
                );
            else
            {
                var draft = DraftReader.Read(item, place, order.Illustrate);
                yield return new(place, draft, DraftRules.Faults(draft, order));
            }
        }
    }

    private static IEnumerable<string> Counts(List<Candidate> found, WritingOrder order) =>
        from wanted in order.Items.GroupBy(item => item)
        let got = found.Count(one => one.Place == wanted.Key)
        where got != wanted.Count()
        select FormattableString.Invariant(
            $"{wanted.Key.Content}, {wanted.Key.Platform}: {wanted.Count()} were ordered, {got} were written."
        );

    private sealed record Candidate(OrderedItem Place, DraftPost Draft, IReadOnlyList<string> Faults);
}
