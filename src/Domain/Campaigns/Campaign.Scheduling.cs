using System.Collections.Immutable;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Series, and moves of the whole.</summary>
public abstract partial record Campaign
{
    private const int MovesKept = 5;

    private static Open Scheduling(Open open, CampaignEvent happened) =>
        happened switch
        {
            SeriesPlanned { Times.Count: > 0 } e => Planned(open, e),
            SeriesAdvanced e => Changed(open, e.Series, series => series.After(e.Outcomes)),
            SeriesCancelled e => Changed(open, e.Series, series => series with { CancelledBecause = e.Reason, CancelledBy = e.By }),
            MovePlanned e => open with { Moves = Kept(open.Moves).Add(new(e.Move, new(e.Span, e.By, [.. e.Moves]))) },
            MoveAdvanced e => open with
            {
                Moves = open.Moves.ConvertAll(known => known.Id == e.Move ? known with { Move = known.Move.After(e.Outcomes) } : known),
            },
            _ => open,
        };

    private static Open Planned(Open open, SeriesPlanned e)
    {
        var occurrences = e.Times.Select((time, n) => new Occurrence(OccurrenceOf(e.Series, n), time, OccurrenceState.Planned)).ToList();
        // What is over is forgotten here and not when it ends: a fold reads no clock.
        var known = open.Series.Where(one => one.Value.Left.Any() || one.Value.Occurrences[^1].When.DueAt > e.At);
        return Item(
            open with
            {
                Series = known.ToImmutableDictionary().SetItem(e.Series, new(e.Item, e.Account, e.Rule, e.By, e.Late, [.. occurrences])),
            },
            e.Item,
            item =>
                item with
                {
                    Publications = item.Publications.SetItems(occurrences.Select(one => KeyValuePair.Create(one.Publication, e.Account))),
                }
        );
    }

    private static PublicationId OccurrenceOf(SeriesId series, int number) => new(DerivedId.From($"{series}/occurrence/{number}"));

    private static Open Changed(Open open, SeriesId id, Func<CampaignSeries, CampaignSeries> change) =>
        open.Series.GetValueOrDefault(id) is { } series ? open with { Series = open.Series.SetItem(id, change(series)) } : open;

    // An edit takes back whatever was planned of a post, and with it the series that planned it.
    private static Open WithoutOrphans(Open open)
    {
        if (open.Series.IsEmpty)
            return open;
        var orphans = open
            .Series.Where(one => open.Find(one.Value.Item)?.Publications.ContainsKey(one.Value.Occurrences[0].Publication) != true)
            .Select(one => one.Key)
            .ToList();
        return orphans.Count == 0 ? open : open with { Series = open.Series.RemoveRange(orphans) };
    }

    private static ImmutableList<KnownMove> Kept(ImmutableList<KnownMove> moves)
    {
        var over = moves.FindAll(known => !known.Move.Left.Any());
        return over.Count < MovesKept ? moves : moves.Remove(over[0]);
    }
}

/// <summary>A move of a campaign, under its id.</summary>
public sealed record KnownMove(MoveId Id, CampaignMove Move);
